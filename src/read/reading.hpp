#pragma once
/// Values out of a parsed text, each wrong one noted with its place and what was expected.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "granary/foundation/calendar.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/limits.hpp"
#include "granary/foundation/plain_text.hpp"
#include "read/problems.hpp"
#include "read/toml.hpp"

namespace granary::read {

/// One text as it is read: its name in messages and where its problems go.
struct Reading {
    std::string file;
    Problems& problems;
    bool one_line = false;  ///< a --set
    bool shipped = false;   ///< part of the library, where every value must say its source
    std::string setter{};   ///< the source of a value that names none; "set by FILE" if empty
    bool scales = false;    ///< the one line is NAME*=FACTOR

    Place place(const toml::source_region& region) const;
    void problem(const toml::source_region& region, std::string_view message) const;
    /// "what = value: expected ..."
    void wrong(std::string_view what, const toml::node& node, std::string_view expected) const;
    /// "unknown lever "presure"; did you mean "pressure"?"
    void unknown(std::string_view kind, const toml::key& key,
                 std::span<const std::string_view> names) const;
};

/// A value as its file has it; lists and tables as "[...]" and "{...}".
std::string shown(const toml::node& node);

/// `; did you mean "pressure"?`, or the names where none is near and they are few.
std::string suggestion(std::string_view word, std::span<const std::string_view> names);

/// Tells of each key of the table that is none of the names.
void check_keys(const Reading& reading, std::string_view kind, const toml::table& table,
                std::span<const std::string_view> names);

/// Tells of a key that is no `kind` of these names: where it belongs, if it is a lever or a
/// parameter, or else the nearest name.
void refuse(const Reading& reading, std::string_view kind, const toml::key& key,
            std::span<const std::string_view> names);

/// The number of a TOML integer or finite float.
std::optional<double> finite_number(const toml::node& node);

std::optional<double> read_number(const Reading& reading, std::string_view what,
                                  const toml::node& node, std::string_view expected);
/// A finite number of at least 0.
std::optional<double> read_not_negative(const Reading& reading, std::string_view what,
                                        const toml::node& node);
std::optional<std::string> read_string(const Reading& reading, std::string_view what,
                                       const toml::node& node);
/// A text of no more characters than that.
std::optional<std::string> read_text(const Reading& reading, std::string_view what,
                                     const toml::node& node, const Limit& most);
/// A title or name: one line of letters that are seen, within limit::name.
std::optional<std::string> read_name(const Reading& reading, std::string_view what,
                                     const toml::node& node);
/// A quoted date of the calendar: "1958-08" or "1958-08-15".
std::optional<Instant> read_date(const Reading& reading, std::string_view what,
                                 const toml::node& node);

}  // namespace granary::read
