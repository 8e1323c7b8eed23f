#include "read/parameter_reader.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "granary/scenario/parameters.hpp"
#include "granary/scenario/validate.hpp"

namespace granary::read {
namespace {

constexpr auto parameter_keys =
    std::to_array<std::string_view>({"value", "source", "standard_error", "prior"});

constexpr auto prior_keys =
    std::to_array<std::string_view>({"mean", "deviation", "low", "high", "source"});

std::optional<double> read_value(const Reading& reading, const ParameterRow& row,
                                 const toml::node& node) {
    const auto value = read_number(reading, row.name, node, expected_of(row));
    if (!value || in_range(row, *value)) return value;
    reading.problem(node.source(), *range_problem(row, *value));
    return std::nullopt;
}

/// What stands as the source of a value that names none: the text that sets it, unless that is
/// shipped.
std::string setter(const Reading& reading, const ParameterRow& row, const toml::node& value) {
    if (reading.shipped)
        reading.wrong(row.name, value, "{ value = ..., source = ... }, as in every shipped file");
    return reading.setter.empty() ? "set by " + reading.file : reading.setter;
}

std::string source_of(const Reading& reading, const ParameterRow& row, const toml::node& value) {
    const auto* table = value.as_table();
    const auto* node = table ? table->get("source") : nullptr;
    if (node == nullptr) return setter(reading, row, value);
    const auto what = fmt::format("{}.source", row.name);
    const auto source = read_text(reading, what, *node, limit::source);
    if (source && source->empty()) reading.wrong(what, *node, "the source of the value");
    return source.value_or("");
}

std::optional<double> value_of(const Reading& reading, const ParameterRow& row,
                               const toml::table& table) {
    check_keys(reading, fmt::format("key of {}", row.name), table, parameter_keys);
    const auto* node = table.get("value");
    if (node != nullptr) return read_value(reading, row, *node);
    reading.wrong(row.name, table, "{ value = ..., source = ... }");
    return std::nullopt;
}

double standard_error_of(const Reading& reading, const ParameterRow& row,
                         const toml::table& table) {
    const auto* node = table.get("standard_error");
    if (node == nullptr) return 0;
    return read_not_negative(reading, fmt::format("{}.standard_error", row.name), *node)
        .value_or(0);
}

ConstantPrior prior_of(const Reading& reading, const ParameterRow& row, const toml::table& table) {
    const auto* node = table.get("prior");
    return node == nullptr ? ConstantPrior() : read_prior(reading, row, *node);
}

void read_one(const Reading& reading, std::size_t index, const toml::node& node,
              std::vector<ParameterSetting>& settings) {
    const auto& row = Parameter::table[index];
    const auto* table = node.as_table();
    const auto value = table ? value_of(reading, row, *table) : read_value(reading, row, node);
    const auto source = source_of(reading, row, node);
    const auto error = table ? standard_error_of(reading, row, *table) : 0.0;
    const auto prior = table ? prior_of(reading, row, *table) : ConstantPrior();
    if (value) settings.push_back({{index, *value, source, error, prior}, reading.shipped});
}

}  // namespace

ConstantPrior read_prior(const Reading& reading, const ParameterRow& row, const toml::node& node) {
    const auto what = fmt::format("{}.prior", row.name);
    const auto* table = node.as_table();
    if (table == nullptr) {
        reading.wrong(what, node,
                      "{ mean = ..., deviation = ..., low = ..., high = ..., source = ... }");
        return {};
    }
    check_keys(reading, "key of a prior", *table, prior_keys);
    const auto number = [&](std::string_view key) {
        const auto* value = table->get(key);
        if (value == nullptr) reading.wrong(what, node, fmt::format("a number for {}", key));
        return value ? read_number(reading, key, *value, "a number") : std::nullopt;
    };
    const auto mean = number("mean"), deviation = number("deviation");
    const auto low = number("low"), high = number("high");
    const auto* of = table->get("source");
    const auto source =
        of ? read_text(reading, what + ".source", *of, limit::source) : std::nullopt;
    if (!mean || !deviation || !low || !high) return {};
    if (*deviation <= 0 || *mean <= *low || *high <= *mean)
        reading.wrong(what, node, "a deviation above 0, and a mean between low and high");
    return {*mean, *deviation, *low, *high, source.value_or(std::string(row.source))};
}

std::vector<ParameterSetting> read_parameters(const Reading& reading, const toml::node& node) {
    std::vector<ParameterSetting> settings;
    const auto* table = node.as_table();
    if (table == nullptr) {
        reading.wrong("parameters", node, "a table of parameters");
        return settings;
    }
    constexpr auto names = row_names<Parameter>();
    for (const auto& [key, value] : *table) {
        if (const auto index = find_row<Parameter>(key.str()))
            read_one(reading, *index, value, settings);
        else
            refuse(reading, "parameter", key, names);
    }
    return settings;
}

std::vector<ParameterSetting> read_parameter_file(const Reading& reading,
                                                  const toml::table& table) {
    for (const auto& [key, value] : table)
        if (key.str() != "parameters")
            reading.problem(
                key.source(),
                fmt::format("unknown key {}: a file of parameters holds [parameters] only",
                            quoted_word(key.str())));
    const auto* node = table.get("parameters");
    return node == nullptr ? std::vector<ParameterSetting>{} : read_parameters(reading, *node);
}

}  // namespace granary::read
