#include "granary/analysis/tolls.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "granary/analysis/tested.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/unit_style.hpp"
#include "granary/run.hpp"

namespace granary {
namespace {

/// A scale that fits one reading's height of pressure may lift another's out of its range.
Toll toll_under(const Scenario& scenario, const RecordReading& reading) {
    Toll toll{reading.name, reading.title, std::nullopt, {}};
    try {
        const auto other = under(scenario, reading);
        const auto run = simulate(other);
        toll.excess_deaths_million = run.excess_deaths_million();
        toll.untested = causes_untested(other, run);
    } catch (const ScenarioError&) {
        toll.untested = {"it cannot be run so"};
    }
    return toll;
}

bool is_told(const Toll& toll) {
    return toll.excess_deaths_million && toll.untested.empty();
}

struct Known {
    std::string_view reading;
    double million;
};

std::vector<Known> known(std::span<const Toll> tolls) {
    std::vector<Known> found;
    for (const auto& toll : tolls)
        if (is_told(toll)) found.push_back({toll.reading, *toll.excess_deaths_million});
    std::stable_sort(found.begin(), found.end(),
                     [](const Known& a, const Known& b) { return a.million < b.million; });
    return found;
}

std::string millions(double million) {
    const double shown = std::fabs(million) < least_said("million") ? 0.0 : million;
    return fmt::format("{:.{}f}", shown, unit_style("million").decimals);
}

double saved(const TollDifference& difference) {
    return difference.first_million - difference.second_million;
}

double saved_share(const TollDifference& difference) {
    return saved(difference) / difference.first_million;
}

template <class Of>
std::pair<double, double> range_of(std::span<const TollDifference> differences, Of of) {
    const auto [low, high] =
        std::minmax_element(differences.begin(), differences.end(),
                            [&](const auto& a, const auto& b) { return of(a) < of(b); });
    return {of(*low), of(*high)};
}

/// "57 to 98%"; what is less than none only by its last digits is 0.
std::string percents(double low, double high) {
    const auto percent = [](double share) {
        return fmt::format("{:.0f}", std::max(100 * share, 0.0));
    };
    const auto first = percent(low), last = percent(high);
    return first == last ? last + "%" : fmt::format("{} to {}%", first, last);
}

std::string joined(std::span<const std::string_view> names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += fmt::format("{}{}", i == 0 ? "" : i + 1 == names.size() ? " and " : ", ", names[i]);
    return text;
}

}  // namespace

std::string reading_note(std::string_view reading) {
    if (reading.empty())
        return "The constants are of no reading of the record: these deaths were held against "
               "none.";
    return fmt::format(
        "Deaths are told by the reading {}; other readings of the record give other tolls.",
        reading);
}

std::string reading_note(std::span<const std::string_view> readings) {
    std::vector<std::string_view> names(readings.begin(), readings.end());
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (names.size() == 1) return reading_note(names.front());
    for (auto& name : names)
        if (name.empty()) name = "of no record";
    return fmt::format(
        "Deaths are told by the readings {}; other readings of the record give other tolls.",
        joined(names));
}

std::vector<Toll> tolls(const Scenario& scenario, std::span<const RecordReading> readings) {
    std::vector<Toll> found;
    for (const auto& reading : readings) found.push_back(toll_under(scenario, reading));
    return found;
}

std::optional<TollRange> toll_range(std::span<const Toll> tolls) {
    const auto found = known(tolls);
    if (found.empty()) return std::nullopt;
    return TollRange{found.front().million, found.back().million};
}

std::string range_over_readings(std::span<const Toll> tolls) {
    const auto found = known(tolls);
    if (found.empty()) return {};
    std::string each;
    for (const auto& [reading, million] : found)
        each += fmt::format("{}{} {}", each.empty() ? "" : ", ", reading, millions(million));
    const auto untold = tolls.size() - found.size();
    return fmt::format("{} to {} million over {} readings of the record ({}{})",
                       millions(found.front().million), millions(found.back().million),
                       found.size(), each,
                       untold == 0 ? "" : fmt::format("; none is told under {} others", untold));
}

std::string reading_note(std::string_view reading, std::span<const Toll> tolls) {
    const auto range = range_over_readings(tolls);
    return range.empty() ? reading_note(reading)
                         : fmt::format("{} All of them: {}.", reading_note(reading), range);
}

std::string short_range_over_readings(std::span<const Toll> tolls) {
    const auto found = known(tolls);
    if (found.size() < 2) return {};
    return fmt::format("{} to {} over {} readings", millions(found.front().million),
                       millions(found.back().million), found.size());
}

std::vector<TollDifference> toll_differences(std::span<const Toll> first,
                                             std::span<const Toll> second) {
    std::vector<TollDifference> differences;
    for (const auto& before : first)
        for (const auto& after : second)
            if (before.reading == after.reading && is_told(before) && is_told(after))
                differences.push_back(
                    {before.reading, *before.excess_deaths_million, *after.excess_deaths_million});
    return differences;
}

std::string range_of_differences(std::span<const Toll> first, std::span<const Toll> second) {
    const auto differences = toll_differences(first, second);
    if (differences.size() < 2) return {};
    const auto [least, most] = range_of(differences, saved);
    const auto over =
        differences.size() == first.size()
            ? fmt::format("over {} readings of the record", first.size())
            : fmt::format("over the {} of {} readings of the record that bear a toll of both",
                          differences.size(), first.size());
    constexpr double none = least_said("million");
    if (least > -none && most < none) return over + " as many";
    if (least <= -none && most >= none)
        return fmt::format("{} from {} million more to {} million fewer", over, millions(-least),
                           millions(most));
    const bool is_fewer = most >= none;
    const auto [low, high] = is_fewer ? std::pair(least, most) : std::pair(-most, -least);
    auto text = fmt::format("{} {} to {} million {}", over, millions(low), millions(high),
                            is_fewer ? "fewer" : "more");
    if (!is_fewer) return text;
    const auto [least_share, most_share] = range_of(differences, saved_share);
    return text + ", " + percents(least_share, most_share);
}

}  // namespace granary
