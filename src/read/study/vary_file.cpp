#include "granary/read/study/vary_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "granary/scenario/validate.hpp"
#include "read/document.hpp"
#include "read/text_file.hpp"

namespace granary {
namespace {

using read::Reading;
using Kind = Distribution::Kind;

constexpr auto table_names = std::to_array<std::string_view>({"parameters", "levers"});
constexpr auto entry_keys = std::to_array<std::string_view>(
    {"normal", "uniform", "triangular", "lognormal", "low", "high", "source", "scale"});

/// A width, which no range of the tables is about.
bool is_deviation(std::string_view value_name) {
    return value_name.ends_with("deviation");
}

/// Where a variation may go, and in words.
struct Allowed {
    ValueRange range;
    std::string expected;
};

/// Reads what the file says of one parameter or lever.
class EntryReader {
  public:
    EntryReader(const Reading& reading, const Scenario& scenario, std::string_view name)
        : reading_(reading), scenario_(scenario), name_(name) {}

    std::optional<Varied> parameter(std::size_t row, const toml::node& node) const {
        const auto* table = entry(node);
        if (table == nullptr) return std::nullopt;
        if (const auto* scale = table->get("scale"))
            reading_.problem(scale->source(), what("scale") + ": only a lever can be scaled");
        return varied(*table, Variation::parameter(row), allowed(Parameter::table[row]));
    }

    std::optional<Varied> lever(std::size_t row, const toml::node& node) const {
        const auto* table = entry(node);
        if (table == nullptr) return std::nullopt;
        const auto* scale = table->get("scale");
        if (scale == nullptr || !is_true(*scale))
            return varied(*table, Variation::lever(row), allowed(Lever::table[row]));
        const auto variation = Variation::scale(row);
        if (const auto range = range_of(scenario_, variation))
            return varied(*table, variation, allowed_scale(row, *range));
        reading_.problem(scale->source(), what("scale") + ": nothing to scale, it is 0 throughout");
        return std::nullopt;
    }

  private:
    std::string what(std::string_view key) const { return fmt::format("{}.{}", name_, key); }

    const toml::table* entry(const toml::node& node) const {
        const auto* table = node.as_table();
        if (table == nullptr)
            reading_.wrong(name_, node,
                           R"(a distribution, such as { normal = [1, 0.1], source = "..." })");
        else
            check_keys(reading_, fmt::format("key of {}", name_), *table, entry_keys);
        return table;
    }

    bool is_true(const toml::node& node) const {
        const auto* truth = node.as_boolean();
        if (truth == nullptr) reading_.wrong(what("scale"), node, "true or false");
        return truth != nullptr && truth->get();
    }

    template <class Row>
    static Allowed allowed(const Row& row) {
        return {{row.low, row.high}, expected_of(row)};
    }

    static Allowed allowed_scale(std::size_t row, const ValueRange& range) {
        return {range, scale_expected(row, range)};
    }

    std::optional<Varied> varied(const toml::table& table, const Variation& variation,
                                 const Allowed& allowed) const {
        const auto kind = kind_of(table);
        const auto values = kind ? values_of(table, *kind, allowed) : std::nullopt;
        const auto within = limits_of(table, allowed);
        const auto source = source_of(table);
        if (!values || !within || !source) return std::nullopt;
        if (const auto problem = Distribution::problem(*kind, *values, *within)) {
            const auto name = row_of(*kind).name;
            reading_.problem(table.get(name)->source(),
                             fmt::format("{}: {}", what(name), *problem));
            return std::nullopt;
        }
        return Varied{variation, Distribution(*kind, *values, *within), *source};
    }

    /// A key that is not known may be meant for a kind.
    static bool all_known(const toml::table& table) {
        return std::all_of(table.begin(), table.end(), [](const auto& entry) {
            return std::find(entry_keys.begin(), entry_keys.end(), entry.first.str()) !=
                   entry_keys.end();
        });
    }

    static const DistributionKind& row_of(Kind kind) {
        return Distribution::kinds[static_cast<std::size_t>(kind)];
    }

    /// The one kind of distribution that the table names.
    std::optional<Kind> kind_of(const toml::table& table) const {
        std::optional<Kind> kind;
        for (std::size_t i = 0; i < Distribution::kinds.size(); ++i) {
            const auto& row = Distribution::kinds[i];
            const auto* node = table.get(row.name);
            if (node == nullptr) continue;
            if (kind) {
                reading_.problem(node->source(), fmt::format("{} is both {} and {}: expected one",
                                                             name_, row_of(*kind).name, row.name));
                return std::nullopt;
            }
            kind = static_cast<Kind>(i);
        }
        if (!kind && all_known(table))
            reading_.wrong(name_, table,
                           "one of normal, uniform, triangular and lognormal, with its values");
        return kind;
    }

    std::optional<std::vector<double>> values_of(const toml::table& table, Kind kind,
                                                 const Allowed& allowed) const {
        const auto& row = row_of(kind);
        const auto& node = *table.get(row.name);
        const auto* list = node.as_array();
        if (list == nullptr || list->size() != row.values) {
            reading_.wrong(what(row.name), node, row.example);
            return std::nullopt;
        }
        std::vector<double> values;
        for (std::size_t i = 0; i < row.values; ++i) {
            const auto& item = (*list)[i];
            const auto value = is_deviation(row.value_names[i])
                                   ? read_number(reading_, what(row.name), item, "a number above 0")
                                   : allowed_number(what(row.name), item, allowed);
            if (value) values.push_back(*value);
        }
        return values.size() == row.values ? std::optional(values) : std::nullopt;
    }

    std::optional<double> allowed_number(std::string_view what, const toml::node& node,
                                         const Allowed& allowed) const {
        const auto value = read_number(reading_, what, node, allowed.expected);
        if (!value || in_range(allowed.range, *value)) return value;
        reading_.wrong(what, node, allowed.expected);
        return std::nullopt;
    }

    /// What is allowed, or what of it the file leaves.
    std::optional<ValueRange> limits_of(const toml::table& table, const Allowed& allowed) const {
        const auto* low = table.get("low");
        const auto* high = table.get("high");
        const auto from = low ? allowed_number(what("low"), *low, allowed) : allowed.range.low;
        const auto to = high ? allowed_number(what("high"), *high, allowed) : allowed.range.high;
        if (!from || !to) return std::nullopt;
        if (*from < *to) return ValueRange{*from, *to};
        reading_.problem((high ? high : low)->source(),
                         fmt::format("{}: low {} is not below high {}", name_, *from, *to));
        return std::nullopt;
    }

    std::optional<std::string> source_of(const toml::table& table) const {
        const auto* node = table.get("source");
        if (node == nullptr) {
            reading_.problem(table.source(),
                             fmt::format("{} has no source: write source = \"...\", or "
                                         "\"assumed: \" and why",
                                         name_));
            return std::nullopt;
        }
        auto source = read_text(reading_, what("source"), *node, limit::source);
        if (!source || !source->empty()) return source;
        reading_.wrong(what("source"), *node, "the source of the distribution");
        return std::nullopt;
    }

    const Reading& reading_;
    const Scenario& scenario_;
    std::string_view name_;
};

/// Every entry of [parameters] or [levers], in the order of their table.
template <class Kind, class ReadEntry>
void read_entries(const Reading& reading, const toml::table& file, std::string_view title,
                  std::string_view kind, ReadEntry read_entry) {
    const auto* node = file.get(title);
    if (node == nullptr) return;
    const auto* table = node->as_table();
    if (table == nullptr) {
        reading.wrong(title, *node, fmt::format("a table of {}", title));
        return;
    }
    constexpr auto names = row_names<Kind>();
    for (const auto& [key, value] : *table)
        if (!find_row<Kind>(key.str())) refuse(reading, kind, key, names);
    for (std::size_t row = 0; row < names.size(); ++row)
        if (const auto* entry = table->get(names[row])) read_entry(row, names[row], *entry);
}

std::vector<Varied> read_entries(const Reading& reading, const toml::table& file,
                                 const Scenario& scenario) {
    for (const auto& [key, value] : file)
        if (std::find(table_names.begin(), table_names.end(), key.str()) == table_names.end())
            refuse(reading, value.is_table() ? "table" : "key", key, table_names);
    std::vector<Varied> list;
    const auto add = [&](std::optional<Varied> item) {
        if (item) list.push_back(*std::move(item));
    };
    read_entries<Parameter>(reading, file, "parameters", "parameter",
                            [&](std::size_t row, std::string_view name, const toml::node& node) {
                                add(EntryReader(reading, scenario, name).parameter(row, node));
                            });
    read_entries<Lever>(reading, file, "levers", "lever",
                        [&](std::size_t row, std::string_view name, const toml::node& node) {
                            add(EntryReader(reading, scenario, name).lever(row, node));
                        });
    return list;
}

std::vector<Varied> read_text(const read::Text& text, const Scenario& scenario) {
    read::Problems problems;
    const Reading reading{text.file, problems};
    const auto file = parse_document(reading, text.content);
    auto list = file ? read_entries(reading, *file, scenario) : std::vector<Varied>{};
    problems.throw_if_any();
    for (const auto& message : variation_problems(scenario, list))
        problems.add({text.file, 0, 0}, message);
    problems.throw_if_any();
    return list;
}

}  // namespace

std::vector<Varied> load_vary_file(std::string_view path, const Scenario& scenario) {
    return read_text(read::open_file(path), scenario);
}

std::vector<Varied> parse_vary_file(std::string_view text, std::string_view file_name,
                                    const Scenario& scenario) {
    return read_text(read::memory_text(file_name, text), scenario);
}

}  // namespace granary
