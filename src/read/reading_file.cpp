#include "granary/read/reading_file.hpp"

#include <algorithm>
#include <utility>

#include "read/reading_reader.hpp"

namespace granary {
namespace {

RecordReading read_whole(const read::Text& text) {
    read::Problems problems;
    auto reading = read::reading_in(text, problems);
    problems.throw_if_any();
    return reading;
}

}  // namespace

RecordReading load_reading(std::string_view name_or_path) {
    return read_whole(read::open_text(read::reading_shelf, name_or_path));
}

std::vector<RecordReading> shipped_readings() {
    std::vector<RecordReading> readings;
    for (const auto& text : read::shipped_texts(read::reading_shelf))
        readings.push_back(read_whole(text));
    return readings;
}

std::optional<RecordReading> reading_of(const Scenario& scenario) {
    const auto& sources = scenario.sources;
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [](const SourceText& text) { return text.of_a_reading; });
    if (source == sources.end() || source->text.empty()) return std::nullopt;
    auto text = read::memory_text(source->file, source->text);
    text.name = scenario.reading;
    text.shipped = source->from == SourceText::From::shipped;
    auto reading = read_whole(text);
    reading.source = *source;
    return reading;
}

Scenario under_reading_of(const Scenario& other, Scenario scenario) {
    const auto reading = reading_of(other);
    return reading ? under(std::move(scenario), *reading) : scenario;
}

}  // namespace granary
