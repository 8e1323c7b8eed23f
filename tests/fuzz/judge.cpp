#include "fuzz/judge.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

#include "engine/figures.hpp"
#include "engine/world.hpp"
#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/read/study/calibration_file.hpp"
#include "granary/read/study/vary_file.hpp"
#include "granary/run.hpp"
#include "granary/scenario/validate.hpp"
#include "granary/state/forcing.hpp"
#include "granary/study/calibration.hpp"
#include "granary/study/prior.hpp"
#include "read/text_file.hpp"

namespace granary::fuzz {
namespace {

/// A folder that does not exist, so that no file on disk is a parent.
constexpr std::string_view file_name = "no-such-folder/mutant.toml";

bool steers_a_terminal(std::string_view text) {
    const auto low = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (std::any_of(text.begin(), text.end(), low)) return true;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (text[i] == '\xC2' && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
    return false;
}

/// The same of the same bytes, and as good as any number of others.
std::uint64_t sum_of(std::string_view text) {
    std::uint64_t sum = 0;
    for (const char c : text) sum = 31 * sum + static_cast<unsigned char>(c);
    return sum;
}

std::size_t lines_of(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

std::string fault_of(const Problem& problem, std::string_view text) {
    const auto& place = problem.place;
    const auto& message = problem.message;
    if (message.empty()) return "a problem without a message";
    if (steers_a_terminal(message)) return "a message that steers the terminal: " + message;
    if (read::utf8_fault(message)) return "a message that is not UTF-8: " + message;
    if (place.file.empty()) return "a problem without a file: " + message;
    if (place.file == file_name && place.line > lines_of(text))
        return "a problem beyond the end: " + ScenarioError::describe(problem);
    return "";
}

std::string fault_of(const ScenarioError& error, std::string_view text) {
    if (error.problems.empty()) return "refused without a problem";
    for (const auto& problem : error.problems)
        if (auto fault = fault_of(problem, text); !fault.empty()) return fault;
    return "";
}

/// Whether the run takes no more than some tens of milliseconds.
bool is_short(const Scenario& scenario) {
    constexpr double most_region_steps = 20'000;
    const double steps = years_between(scenario.start, scenario.end) / scenario.largest_step_years;
    return steps * static_cast<double>(scenario.regions.size()) < most_region_steps;
}

std::string fault_of_run(const Scenario& scenario) {
    try {
        const double deaths = simulate(scenario).excess_deaths_million();
        return deaths - deaths == 0 ? "" : "excess deaths that are not finite";
    } catch (const IntegrationError& error) {
        return steers_a_terminal(error.what()) ? error.what() : "";
    } catch (const Error& error) {
        return std::string("accepted, but it cannot be run: ") + error.what();
    }
}

std::string fault_of(const Scenario& scenario, bool run) {
    const auto problems = validate(scenario);
    if (!problems.empty())
        return "accepted, but not valid: " + ScenarioError::describe(problems.front());
    return run && is_short(scenario) ? fault_of_run(scenario) : "";
}

const Scenario& historical() {
    static const Scenario scenario = load_scenario("historical");
    return scenario;
}

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream stream{std::string(text)};
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

/// A member at a corner of the unit cube or in its middle.
std::string fault_of(const std::vector<Varied>& varied, std::string_view text, bool run) {
    if (varied.empty()) return "accepted, but nothing varies";
    if (const auto problems = variation_problems(historical(), varied); !problems.empty())
        return "accepted, but cannot be varied so: " + problems.front();
    const double at = std::to_array({1e-9, 0.5, 1 - 1e-9})[sum_of(text) % 3];
    const std::vector<double> point(varied.size(), at);
    const auto fault = fault_of(member_scenario(historical(), varied, point), run);
    return fault.empty() ? "" : fmt::format("the member at {}: {}", at, fault);
}

std::string fault_of(const CalibrationPlan& plan, bool run) {
    if (plan.fitted.empty() || plan.targets.empty()) return "accepted, but nothing is fitted";
    for (const auto& target : plan.targets) {
        if (!(target.tolerance > 0)) return "accepted with a tolerance that is not positive";
        if (!(target.from <= target.to)) return "accepted with a period that ends before it begins";
    }
    if (!run || !is_short(plan.scenario)) return "";
    const auto figures = evaluate(plan, prior_centres(plan));
    return figures.allFinite() ? "" : "a figure that is not finite";
}

/// A plan is read from a file alone: one of this process, in memory where there is such a folder.
CalibrationPlan plan_in(std::string_view text) {
    namespace fs = std::filesystem;
    const fs::path memory = "/dev/shm";
    const auto folder = fs::exists(memory) ? memory : fs::temp_directory_path();
    static const std::string path = folder / fmt::format("granary-fuzz-{}.toml", ::getpid());
    std::ofstream(path, std::ios::binary) << text;
    return load_calibration(path);
}

/// A world of this text is read, run and shown as the page's worker does it.
std::string fault_of_page(std::string_view text) {
    const auto end = text.find('\0');
    int year = 0;
    std::from_chars(text.data(), text.data() + std::min(end, text.size()), year);
    std::vector<std::shared_ptr<const web::World>> worlds;
    for (auto at = end; at != text.npos && worlds.size() < 2;) {
        const auto next = text.find('\0', at + 1);
        const auto world = text.substr(at + 1, next == text.npos ? next : next - at - 1);
        worlds.push_back(web::world(std::string(world), std::string(file_name)));
        at = next;
    }
    auto figures = worlds.empty() ? "{}" : web::figures_json(worlds, year);
    std::erase(figures, '\n');
    const bool whole =
        figures.starts_with('{') && figures.ends_with('}') && !steers_a_terminal(figures);
    return whole ? "" : "figures that are no JSON";
}

std::string fault_of(Kind kind, std::string_view text, bool run) {
    switch (kind) {
        case Kind::scenario:
            return fault_of(parse_scenario(text, file_name), run);
        case Kind::settings:
            return fault_of(load_scenario("historical", lines_in(text)), run);
        case Kind::vary:
            return fault_of(parse_vary_file(text, file_name, historical()), text, run);
        case Kind::calibration:
            return fault_of(plan_in(text), run);
        case Kind::page:
            return fault_of_page(text);
    }
    return "";
}

}  // namespace

Kind kind_called(std::string_view name) {
    constexpr auto names =
        std::to_array<std::string_view>({"scenario", "settings", "vary", "calibration", "page"});
    const auto* found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) throw std::invalid_argument("no kind of text: " + std::string(name));
    return static_cast<Kind>(found - names.begin());
}

bool is_run(Kind kind, std::string_view text) {
    constexpr std::uint64_t run_one_in = 16;
    return kind == Kind::page || sum_of(text) / 3 % run_one_in == 0;
}

Verdict judge(Kind kind, std::string_view text, bool run) {
    try {
        return {Outcome::accepted, fault_of(kind, text, run)};
    } catch (const ScenarioError& error) {
        return {Outcome::refused, fault_of(error, text)};
    } catch (const IntegrationError& error) {
        return {Outcome::refused, steers_a_terminal(error.what()) ? error.what() : ""};
    } catch (const NotFound& error) {
        return {Outcome::refused, steers_a_terminal(error.what()) ? error.what() : ""};
    }
}

}  // namespace granary::fuzz
