#include "read/reading_reader.hpp"

#include <array>
#include <string_view>

#include "read/document.hpp"
#include "read/parameter_reader.hpp"

namespace granary::read {
namespace {

constexpr auto reading_keys = std::to_array<std::string_view>({"title", "summary", "parameters"});

}  // namespace

SourceText source_text(const Text& text, bool of_constants) {
    using From = SourceText::From;
    const auto from = text.shipped ? From::shipped : text.on_disk ? From::disk : From::memory;
    return {text.file, text.content, from, of_constants};
}

RecordReading reading_in(const Text& text, Problems& problems) {
    RecordReading record{text.name, text.name, {}, {}, source_text(text, true)};
    record.source.of_a_reading = true;
    const Reading reading{text.file, problems, false, text.shipped};
    const auto table = parse_document(reading, text.content);
    if (!table) return record;
    check_keys(reading, "key of a reading", *table, reading_keys);
    if (const auto* node = table->get("title"))
        record.title = read_name(reading, "title", *node).value_or(text.name);
    if (const auto* node = table->get("summary"))
        record.summary = read_text(reading, "summary", *node, limit::prose).value_or("");
    const auto* node = table->get("parameters");
    if (node == nullptr)
        reading.problem(table->source(), "expected [parameters], the constants of the reading");
    else
        for (auto& setting : read_parameters(reading, *node))
            record.constants.push_back(std::move(setting));
    return record;
}

}  // namespace granary::read
