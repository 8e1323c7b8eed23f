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

constexpr auto lever_keys = std::to_array<std::string_view>(
    {"points", "interpolate", "source", "scale", "add", "set", "from", "until"});
constexpr auto forms = std::to_array<std::string_view>({"points", "set", "add", "scale"});
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
        if (reading_.scales)
            read_factor(node);
        else if (const auto* windows = node.as_array())
            read_windows(node, *windows);
        else if (const auto* table = node.as_table())
            add(read_change(*table));
        else
            add(held(node));
        return std::move(setting_);
    }

  private:
    std::string what(std::string_view key) const { return fmt::format("{}.{}", row_.name, key); }

    void add(std::optional<LeverChange> change) {
        if (change) setting_.changes.push_back(*std::move(change));
    }

    /// NAME*=FACTOR
    void read_factor(const toml::node& node) {
        LeverChange change;
        change.scale = read_scale(node);
        if (change.scale) add(std::move(change));
    }

    std::optional<LeverChange> held(const toml::node& node) {
        LeverChange change;
        change.set = constant(node, "");
        return change.set ? std::optional(std::move(change)) : std::nullopt;
    }

    void read_windows(const toml::node& node, const toml::array& windows) {
        if (windows.empty() || !windows.is_homogeneous<toml::table>())
            return reading_.wrong(row_.name, node,
                                  "a list of windows, each { from = ..., until = ..., and set, add "
                                  "or scale }; dated heights are { points = [...] }");
        const toml::table* before = nullptr;
        for (const auto& item : windows) {
            const auto& window = *item.as_table();
            if (before != nullptr) check_order(*before, window);
            add(read_change(window));
            before = &window;
        }
    }

    /// Which of two windows that overlap would win is not to be guessed.
    void check_order(const toml::table& before, const toml::table& after) const {
        const auto until = date_at(before, "until"), from = date_at(after, "from");
        if (!before.contains("until"))
            reading_.problem(before.source(), fmt::format("{}: this window has no end, and another "
                                                          "follows: give it until = ...",
                                                          row_.name));
        else if (!after.contains("from"))
            reading_.problem(
                after.source(),
                fmt::format("{}: this window follows another: give it from = ...", row_.name));
        else if (until && from && *from < *until)
            reading_.problem(after.get("from")->source(),
                             fmt::format("{} = {} lies in the window before, which ends {}: "
                                         "windows must follow each other",
                                         what("from"), date_text(*from), date_text(*until)));
    }

    /// A date, where there is a sound one; faults are told where it is read.
    static std::optional<Instant> date_at(const toml::table& table, std::string_view key) {
        const auto* node = table.get(key);
        const auto* text = node == nullptr ? nullptr : node->as_string();
        return text == nullptr ? std::nullopt : parse_date(text->get());
    }

    std::optional<LeverChange> read_change(const toml::table& table) {
        check_keys(table, lever_keys);
        const auto form = form_of(table);
        LeverChange change;
        change.from = window_end(table, "from");
        change.until = window_end(table, "until");
        if (change.from && change.until && change.until->value <= change.from->value)
            reading_.problem(
                table.get("until")->source(),
                fmt::format("{} = {} does not come after from = {}", what("until"),
                            date_text(change.until->value), date_text(change.from->value)));
        change.source = source_of(table);
        if (!form.empty()) read_form(form, table, change);
        const bool is_read = change.set || change.add || change.scale;
        const bool is_placed = change.from.has_value() == table.contains("from") &&
                               change.until.has_value() == table.contains("until");
        return is_read && is_placed ? std::optional(std::move(change)) : std::nullopt;
    }

    void read_form(std::string_view form, const toml::table& table, LeverChange& change) {
        const auto& node = *table.get(form);
        if (form == "points")
            change.set = points(table, change.source);
        else if (form == "scale")
            change.scale = read_scale(node);
        else if (form == "add")
            change.add = read_addition(node);
        else if (const auto* dated = node.as_table())
            change.set = changed_points(*dated, change.source);
        else
            change.set = constant(node, change.source);
    }

    void check_keys(const toml::table& table, std::span<const std::string_view> names) const {
        read::check_keys(reading_, fmt::format("key of {}", row_.name), table, names);
    }

    /// Which of the forms the table is; empty where it is none or several.
    std::string_view form_of(const toml::table& table) const {
        const auto is_given = [&](std::string_view form) { return table.contains(form); };
        const bool is_window = table.contains("from") || table.contains("until");
        const auto form = std::find_if(forms.begin(), forms.end(), is_given);
        const bool is_one = std::count_if(forms.begin(), forms.end(), is_given) == 1;
        const bool points = is_given("points");
        if (!is_one || (points && is_window) || (*form == "set" && !is_window)) {
            reading_.wrong(row_.name, table,
                           "one of { points = ... }, { scale = ... }, { add = ... } or { from = "
                           "..., until = ..., and set, add or scale }");
            return "";
        }
        const auto* interpolate = table.get("interpolate");
        if (interpolate != nullptr && !points)
            reading_.problem(interpolate->source(),
                             what("interpolate") + " stands beside points only");
        return *form;
    }

    std::optional<Placed<Instant>> window_end(const toml::table& table,
                                              std::string_view key) const {
        const auto* node = table.get(key);
        const auto date = node ? read_date(reading_, what(key), *node) : std::nullopt;
        if (!date) return std::nullopt;
        return Placed<Instant>{*date, reading_.place(node->source())};
    }

    std::string source_of(const toml::table& table) const {
        const auto* node = table.get("source");
        return node == nullptr
                   ? ""
                   : read_text(reading_, what("source"), *node, limit::source).value_or("");
    }

    std::optional<Placed<double>> read_scale(const toml::node& node) const {
        const auto factor = read_not_negative(reading_, what("scale"), node);
        if (!factor) return std::nullopt;
        return Placed<double>{*factor, reading_.place(node.source())};
    }

    std::optional<Placed<double>> read_addition(const toml::node& node) const {
        const auto number = read_number(reading_, what("add"), node, "a number");
        if (!number) return std::nullopt;
        return Placed<double>{*number, reading_.place(node.source())};
    }

    std::optional<Heights> changed_points(const toml::table& table, const std::string& source) {
        check_keys(table, points_keys);
        if (!table.contains("points")) {
            reading_.wrong(what("set"), table, "a number, a parameter or { points = ... }");
            return std::nullopt;
        }
        const auto own = source_of(table);
        return points(table, own.empty() ? source : own);
    }

    std::optional<Heights> constant(const toml::node& node, const std::string& source) {
        const auto height = read_height(node);
        if (!height) return std::nullopt;
        return Heights{{{Schedule::always, *height, source}}, std::nullopt};
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
        if (reading_.problems.is_full()) {
            reading_.problem(name.source(), "");
            return std::nullopt;
        }
        reading_.problem(name.source(),
                         fmt::format("{}: unknown parameter {}{}", row_.name,
                                     quoted_word(name.get()), suggestion(name.get(), names)));
        return std::nullopt;
    }

    std::optional<Heights> points(const toml::table& table, const std::string& source) {
        const auto steps = in_steps(table);
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
        return Heights{std::move(knots), steps};
    }

    /// Nothing where the table does not say.
    std::optional<bool> in_steps(const toml::table& table) const {
        const auto* node = table.get("interpolate");
        if (node == nullptr) return std::nullopt;
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
