#include "granary/read/study/calibration_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "granary/read/scenario_file.hpp"
#include "read/study/plan_constants.hpp"
#include "read/study/plan_file.hpp"
#include "read/study/plan_targets.hpp"

namespace granary {
namespace {

using read::PlanFile, read::PlanFiles, read::Reading;

constexpr auto file_keys = std::to_array<std::string_view>(
    {"title", "summary", "extends", "scenario", "fitted", "held", "leave_out", "series"});
constexpr std::string_view default_plan = "registered";

std::string string_of(const PlanFile& file, std::string_view key) {
    const auto* node = file.table.get(key);
    return node ? read_string(file.reading, key, *node).value_or("") : std::string();
}

/// What a file calls by a path lies beside it, as what it extends does.
std::string from_folder_of(const read::Text& text, const std::string& name) {
    const bool is_path = name.find('/') != std::string::npos;
    return is_path ? (std::filesystem::path(text.folder) / name).string() : name;
}

/// The scenario that the plan names; a problem at its name where there is none.
std::optional<Scenario> scenario_of(const PlanFiles& files) {
    const auto names_one = [](const PlanFile& file) { return file.table.contains("scenario"); };
    const auto file = std::find_if(files.rbegin(), files.rend(), names_one);
    if (file == files.rend()) return load_scenario(history_scenario);
    const auto* node = file->table.get("scenario");
    const auto name = read_string(file->reading, "scenario", *node);
    if (!name) return std::nullopt;
    try {
        return load_scenario(from_folder_of(file->text, *name));
    } catch (const NotFound& error) {
        file->reading.problem(node->source(), error.what());
    } catch (const FileError& error) {
        file->reading.problem(node->source(), error.what());
    }
    return std::nullopt;
}

/// The plan that the oldest of the files extends; nothing where it has none or it is a problem.
std::optional<read::Text> parent_of(const PlanFiles& files) {
    const auto& [text, reading, table] = files.front();
    const auto* node = table.get("extends");
    const auto name = node ? read_string(reading, "extends", *node) : std::nullopt;
    if (!name) return std::nullopt;
    try {
        auto parent = read::open_text(read::plan_shelf, *name, &text);
        const auto is_known = [&](const PlanFile& file) {
            return file.text.identity == parent.identity;
        };
        if (std::none_of(files.begin(), files.end(), is_known)) return parent;
        reading.problem(node->source(), "extends: the plans extend each other");
    } catch (const Error& error) {
        reading.problem(node->source(), fmt::format("extends: {}", error.what()));
    }
    return std::nullopt;
}

/// The file and those that it extends, the oldest first; each is read once.
PlanFiles plan_files(read::Text first, read::Problems& problems) {
    PlanFiles files;
    for (std::optional next(std::move(first)); next;) {
        const Reading reading{next->file, problems};
        auto table = read::parse_document(reading, next->content);
        if (!table) break;
        check_keys(reading, "key", *table, file_keys);
        files.push_front({*std::move(next), reading, *std::move(table)});
        next = parent_of(files);
    }
    return files;
}

}  // namespace

CalibrationPlan load_calibration(std::string_view name_or_path) {
    const auto wanted = name_or_path.empty() ? default_plan : name_or_path;
    read::Problems problems;
    const auto files = plan_files(read::open_text(read::plan_shelf, wanted), problems);
    CalibrationPlan plan;
    auto scenario = problems.empty() ? scenario_of(files) : std::nullopt;
    if (scenario) {
        const auto& last = files.back();
        plan.scenario = *std::move(scenario);
        if (last.text.on_disk) plan.file = last.text.file;
        plan.name = last.text.name;
        plan.title = string_of(last, "title");
        plan.summary = string_of(last, "summary");
        for (const auto& file : files) read::read_constants(file, plan);
        if (problems.empty() && plan.fitted.empty())
            last.reading.problem(last.table.source(), "expected [fitted], the constants to fit");
        read::settle_constants(plan);
        read::read_targets(files, plan);
    }
    problems.throw_if_any();
    return plan;
}

}  // namespace granary
