#include "read/lever_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"
#include "granary/scenario/validate.hpp"

namespace granary::read {
namespace {

constexpr auto lever_keys =
    std::to_array<std::string_view>({"points", "interpolate", "source", "scale", "from", "set"});
constexpr auto points_keys = std::to_array<std::string_view>({"points", "interpolate", "source"});
constexpr auto interpolations = std::to_array<std::string_view>({"linear", "step"});

/// Reads what one file says of one lever.
class LeverReader {
  public:
    LeverReader(const Reading& reading, std::size_t lever, const Place& place)
        : reading_(reading), row_(Lever::table[lever]) {
        setting_.lever = lever;
        setting_.place = place;
    }

    LeverSetting read(const toml::node& node) {
        const auto* table = node.as_table();
        if (table == nullptr)
            setting_.schedule = constant(node, "");
        else
            read_table(*table);
        return std::move(setting_);
    }

  private:
    std::string what(std::string_view key) const { return fmt::format("{}.{}", row_.name, key); }

    void read_table(const toml::table& table) {
        check_keys(table, lever_keys);
        if (const auto form = form_of(table); form == "scale")
            read_scale(*table.get("scale"));
        else if (form == "from")
            read_change(table);
        else if (form == "points")
            setting_.schedule = points(table, source_of(table));
    }

    void check_keys(const toml::table& table, std::span<const std::string_view> names) const {
        read::check_keys(reading_, fmt::format("key of {}", row_.name), table, names);
    }

    /// Which of "scale", "from" or "points" the table is; empty where it is none or several.
    std::string_view form_of(const toml::table& table) const {
        const bool scale = table.contains("scale"), points = table.contains("points");
        const bool from = table.contains("from") && table.contains("set");
        const bool part_of_from = table.contains("from") != table.contains("set");
        if (part_of_from || scale + points + from != 1) {
            reading_.wrong(row_.name, table,
                           "one of { scale = ... }, { points = ... } or { from = ..., set = ... }");
            return "";
        }
        const auto* interpolate = table.get("interpolate");
        if (interpolate != nullptr && !points)
            reading_.problem(interpolate->source(),
                             what("interpolate") + " stands beside points only");
        return scale ? "scale" : points ? "points" : "from";
    }

    std::string source_of(const toml::table& table) const {
        const auto* node = table.get("source");
        return node == nullptr
                   ? ""
                   : read_text(reading_, what("source"), *node, limit::source).value_or("");
    }

    void read_scale(const toml::node& node) {
        if (const auto factor = read_not_negative(reading_, what("scale"), node))
            setting_.scale = {*factor, reading_.place(node.source())};
    }

    void read_change(const toml::table& table) {
        const auto& date = *table.get("from");
        const auto& set = *table.get("set");
        const auto source = source_of(table);
        if (const auto from = read_date(reading_, what("from"), date))
            setting_.from = {*from, reading_.place(date.source())};
        if (const auto* later = set.as_table())
            setting_.schedule = changed_points(*later, source);
        else
            setting_.schedule = constant(set, source);
        if (!setting_.from) setting_.schedule.reset();
    }

    std::optional<Schedule> changed_points(const toml::table& table, const std::string& source) {
        check_keys(table, points_keys);
        if (!table.contains("points")) {
            reading_.wrong(what("set"), table, "a number, a parameter or { points = ... }");
            return std::nullopt;
        }
        const auto own = source_of(table);
        return points(table, own.empty() ? source : own);
    }

    std::optional<Schedule> constant(const toml::node& node, const std::string& source) {
        const auto height = read_height(node);
        return height ? std::optional(Schedule(*height, source)) : std::nullopt;
    }

    /// A number, or the name of the parameter that gives it.
    std::optional<Height> read_height(const toml::node& node) {
        std::optional<Height> height;
        if (const auto number = finite_number(node))
            height = Height::number(*number);
        else if (const auto* name = node.as_string())
            height = named_height(*name);
        else
            reading_.wrong(row_.name, node, expected_of(row_) + " or the name of a parameter");
        if (height) setting_.heights.push_back({*height, reading_.place(node.source())});
        return height;
    }

    std::optional<Height> named_height(const toml::value<std::string>& name) const {
        if (const auto row = find_row<Parameter>(name.get())) return Height::named(*row);
        constexpr auto names = row_names<Parameter>();
        reading_.problem(name.source(),
                         fmt::format("{}: unknown parameter {}{}", row_.name,
                                     quoted_word(name.get()), suggestion(name.get(), names)));
        return std::nullopt;
    }

    std::optional<Schedule> points(const toml::table& table, const std::string& source) {
        const bool steps = is_step(table);
        const auto& node = *table.get("points");
        const auto* list = node.as_array();
        if (list == nullptr || list->empty()) {
            reading_.wrong(what("points"), node,
                           R"(a list of [date, value], such as ["1958-08", 1])");
            return std::nullopt;
        }
        if (list->size() == 1)
            reading_.wrong(what("points"), node,
                           "two points or more; a value that never changes is written as a number");
        std::vector<Knot> knots;
        for (const auto& point : *list) add_knot(point, source, knots);
        if (knots.size() != list->size()) return std::nullopt;
        return steps ? Schedule::steps(knots) : Schedule::linear(knots);
    }

    bool is_step(const toml::table& table) const {
        const auto* node = table.get("interpolate");
        if (node == nullptr) return false;
        const auto word = read_string(reading_, what("interpolate"), *node);
        const bool known = word && std::find(interpolations.begin(), interpolations.end(), *word) !=
                                       interpolations.end();
        if (word && !known)
            reading_.problem(node->source(), fmt::format("{} = {}: expected \"linear\" or \"step\"",
                                                         what("interpolate"), quoted_word(*word)));
        return word == "step";
    }

    /// [date, value] or [date, value, source], strictly after the knots before it.
    void add_knot(const toml::node& node, const std::string& source, std::vector<Knot>& knots) {
        const auto* point = node.as_array();
        if (point == nullptr || point->size() < 2 || point->size() > 3) {
            reading_.wrong(what("points"), node, "[date, value] or [date, value, source] each");
            return;
        }
        const auto date = read_date(reading_, what("points"), (*point)[0]);
        if (date) setting_.dates.push_back({*date, reading_.place((*point)[0].source())});
        const auto height = read_height((*point)[1]);
        const auto own = point->size() == 3
                             ? read_text(reading_, what("points"), (*point)[2], limit::source)
                             : std::optional(source);
        if (date && !knots.empty() && *date <= knots.back().at)
            reading_.problem(
                (*point)[0].source(),
                fmt::format("{} = {} does not come after {}: points must stand in order "
                            "of time",
                            what("points"), shown((*point)[0]), date_text(knots.back().at)));
        else if (date && height && own)
            knots.push_back({*date, *height, *own});
    }

    const Reading& reading_;
    const LeverRow& row_;
    LeverSetting setting_;
};

void refuse_lever(const Reading& reading, const toml::key& key,
                  std::span<const std::string_view> names) {
    if (find_row<Lever>(key.str()))
        reading.problem(key.source(), fmt::format("{} is a national lever; a region may set {}",
                                                  key.str(), fmt::join(names, ", ")));
    else
        refuse(reading, "lever", key, names);
}

std::vector<LeverSetting> read_some(const Reading& reading, const toml::node& node,
                                    std::span<const std::string_view> names) {
    std::vector<LeverSetting> settings;
    const auto* table = node.as_table();
    if (table == nullptr) reading.wrong("levers", node, "a table of levers");
    if (table == nullptr) return settings;
    for (const auto& [key, value] : *table) {
        if (std::find(names.begin(), names.end(), key.str()) == names.end()) {
            refuse_lever(reading, key, names);
            continue;
        }
        LeverReader lever(reading, *find_row<Lever>(key.str()), reading.place(key.source()));
        settings.push_back(lever.read(value));
    }
    return settings;
}

}  // namespace

std::vector<LeverSetting> read_levers(const Reading& reading, const toml::node& node) {
    constexpr auto names = row_names<Lever>();
    return read_some(reading, node, names);
}

std::vector<LeverSetting> read_regional_levers(const Reading& reading, const toml::node& node) {
    return read_some(reading, node, regional_levers());
}

}  // namespace granary::read
