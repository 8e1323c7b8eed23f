#include "fuzz/judge.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "granary/foundation/error.hpp"
#include "granary/read/scenario_file.hpp"
#include "granary/run.hpp"
#include "granary/scenario/validate.hpp"
#include "granary/state/forcing.hpp"
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

}  // namespace

Verdict judge(std::string_view text, bool run) {
    std::optional<Scenario> scenario;
    try {
        scenario = parse_scenario(text, file_name);
    } catch (const ScenarioError& error) {
        return {Outcome::refused, fault_of(error, text)};
    }
    return {Outcome::accepted, fault_of(*scenario, run)};
}

}  // namespace granary::fuzz
