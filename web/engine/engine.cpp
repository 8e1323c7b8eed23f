/// What the classroom page calls: the library's readers, run, writers and charts under names of
/// JavaScript. Nothing is computed here. Every text is UTF-8; what the library throws comes back as
/// { error: message }.

#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

#include "engine/figures.hpp"
#include "engine/panels.hpp"
#include "granary/analysis/tested.hpp"
#include "granary/document/heading.hpp"
#include "granary/document/run_json.hpp"
#include "granary/foundation/error.hpp"
#include "granary/read/reading_file.hpp"
#include "granary/run.hpp"
#include "granary/write/csv.hpp"
#include "granary/write/year_table.hpp"

namespace {

using emscripten::val;
using granary::web::panels;
using granary::web::World;
using granary::web::world;

val failed(const std::string& message) {
    val answer = val::object();
    answer.set("error", message);
    return answer;
}

template <class Work>
val guarded(Work work) {
    try {
        return val(work());
    } catch (const std::exception& error) {
        return failed(error.what());
    }
}

std::vector<std::shared_ptr<const World>> worlds_of(const val& texts, const val& file_names) {
    std::vector<std::shared_ptr<const World>> worlds;
    const auto names = emscripten::vecFromJSArray<std::string>(file_names);
    for (const auto& text : emscripten::vecFromJSArray<std::string>(texts))
        worlds.push_back(world(text, names.at(worlds.size())));
    return worlds;
}

val range(const granary::chart::Range& values) {
    val pair = val::array();
    pair.call<void>("push", values.low);
    pair.call<void>("push", values.high);
    return pair;
}

val picture(const granary::web::PanelPicture& panel) {
    val answer = val::object();
    answer.set("svg", panel.svg);
    answer.set("left", panel.drawn.frame.left);
    answer.set("right", panel.drawn.frame.right);
    answer.set("top", panel.drawn.frame.top);
    answer.set("bottom", panel.drawn.frame.bottom);
    answer.set("x", range(panel.drawn.x));
    answer.set("y", range(panel.drawn.y));
    return answer;
}

val tables() {
    return guarded([] { return granary::web::tables_json(); });
}

val figures(val texts, val file_names, int year) {
    return guarded([&] { return granary::web::figures_json(worlds_of(texts, file_names), year); });
}

val draw(const std::string& kind, val texts, val file_names, int year, double width, double height,
         double text_size) {
    return guarded([&] {
        val list = val::array();
        const auto worlds = worlds_of(texts, file_names);
        for (const auto& panel : panels(kind, worlds, year, {width, height, text_size}))
            list.call<void>("push", picture(panel));
        return list;
    });
}

/// The file that `granary plot --kind KIND` writes.
val whole_picture(const std::string& kind, val texts, val file_names, int year) {
    return guarded([&] {
        std::vector<granary::ChartRun> runs;
        for (const auto& one : worlds_of(texts, file_names)) runs.push_back(one->result);
        granary::ChartOptions options;
        options.year = year;
        return granary::chart_svg(kind, runs, options).text();
    });
}

/// Milliseconds of one run, mean over `runs`: for who measures.
val milliseconds_of_a_run(const std::string& text, const std::string& file_name, int runs) {
    return guarded([&] {
        const auto scenario = world(text, file_name)->result.scenario;
        const double begun = emscripten_get_now();
        for (int i = 0; i < runs; ++i) granary::simulate(scenario);
        return (emscripten_get_now() - begun) / runs;
    });
}

/// What `granary run FILE --format json` writes.
val run_json(const std::string& text, const std::string& file_name) {
    return guarded([&] {
        const auto& [scenario, run, tolls] = world(text, file_name)->result;
        return granary::run_json({scenario, file_name, {}}, run, granary::Every::year, tolls);
    });
}

/// What `granary run FILE --format csv --every EVERY` writes.
val run_csv(const std::string& text, const std::string& file_name, bool monthly) {
    return guarded([&] {
        const auto& [scenario, run, tolls] = world(text, file_name)->result;
        granary::Csv csv;
        granary::add_year_table(run, monthly ? granary::Every::month : granary::Every::year,
                                granary::causes_untested(scenario, run).empty(), csv);
        return csv.text();
    });
}

}  // namespace

EMSCRIPTEN_BINDINGS(granary) {
    emscripten::function("tables", &tables);
    emscripten::function("figures", &figures);
    emscripten::function("draw", &draw);
    emscripten::function("whole_picture", &whole_picture);
    emscripten::function("run_json", &run_json);
    emscripten::function("run_csv", &run_csv);
    emscripten::function("milliseconds_of_a_run", &milliseconds_of_a_run);
}
