#include "granary/read/reading_file.hpp"

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

}  // namespace granary
