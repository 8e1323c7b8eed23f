#pragma once
/// What is known of China's grain economy, 1949-66, with the source of every figure and how far it
/// can be trusted. Where sources disagree, all figures are kept. Units, periods and the meaning of
/// each variable: data/README.md.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/foundation/calendar.hpp"
#include "granary/record/embedded.hpp"

namespace granary {

/// How far a figure can be trusted, from the best to the weakest; see data/README.md.
enum class Evidence { sourced, corroborated, derived, unverified, assumed };

/// The word the files use, such as "sourced".
GRANARY_API std::string_view to_string(Evidence evidence);

/// A publication, by the short name that figures cite.
struct Source {
    std::string id;
    std::string citation;
    std::string reliability;
};

/// One figure for the country. `period` is YYYY, YYYY-MM or YYYY-MM-DD; `announced_on` dates a
/// claim of output ("unknown" where the date is lost) and is empty for everything else.
struct Observation {
    std::string period;
    std::string variable;
    double value;
    std::string unit;
    Evidence evidence;
    std::string source_id;
    std::string announced_on;
    std::string note;
};

/// One figure for a province; `period` may also be a span of years, YYYY-YYYY.
struct ProvincialObservation {
    std::string province;
    std::string period;
    std::string variable;
    double value;
    std::string unit;
    Evidence evidence;
    std::string source_id;
    std::string note;
};

/// One author's count of excess deaths, in million; no upper figure means "or more".
struct DeathEstimate {
    std::string author;
    std::string period;
    double low_million;
    std::optional<double> high_million;
    Evidence evidence;
    std::string source_id;
    std::string note;
};

/// One dated event, YYYY-MM or YYYY-MM-DD; a doubtful date is marked in the note. `at` is where a
/// time axis has it: the beginning of that month or day.
struct Event {
    std::string date;
    Instant at;
    std::string title;
    std::string description;
    Evidence evidence;
    std::string source_id;
    std::string note;
};

/// What a variable of the national record is. Where data/README.md gives no meaning because the
/// name says it, `meaning` is the name in words.
struct VariableInfo {
    std::string group;
    std::string name;
    std::string unit;
    std::string meaning;
    std::string first_period;
    std::string last_period;
    std::size_t rows;
};

/// A column of the year table and a variable of the record that stands beside it. A column has more
/// than one alias where two bases of the same figure are on record.
struct Alias {
    std::string_view column;
    std::string_view variable;
};

/// All aliases, in the order of the year table's columns.
GRANARY_API std::span<const Alias> year_table_aliases();

/// The year table's column whose record is death_estimates(): counts by author over several years,
/// which no national variable can hold.
inline constexpr std::string_view death_estimates_column = "excess_deaths_million";

/// The record as one immutable value.
class GRANARY_API History {
  public:
    /// Reads data/national.csv, provincial.csv, death_estimates.csv, events.csv, sources.csv and
    /// the tables of variables in data/README.md. Throws RecordError, with file and line, for a
    /// malformed row, a cell that is no number, no date or no evidence word, an unknown source
    /// and a repeated row; and, by name, for a variable whose meaning or unit the README does not
    /// give.
    explicit History(std::span<const EmbeddedFile> files);

    /// All national figures, in the order of data/national.csv.
    std::span<const Observation> national() const { return national_; }
    /// All figures of provinces, in the order of their file.
    std::span<const ProvincialObservation> provincial() const { return provincial_; }
    /// All counts of excess deaths, in million.
    std::span<const DeathEstimate> death_estimates() const { return death_estimates_; }
    /// All dated events, in the order of their file.
    std::span<const Event> events() const { return events_; }
    /// All sources.
    std::span<const Source> sources() const { return sources_; }

    /// Every variable of national(), in the order of data/README.md.
    std::span<const VariableInfo> variables() const { return variables_; }

    /// The variables that a name stands for: itself, or what a column of the year table means.
    /// Throws NotFound with the nearest name.
    std::vector<std::string> variables_named(std::string_view variable_or_column) const;

    /// All figures of all sources, ordered by period, then by source. Throws NotFound.
    std::vector<Observation> of(std::string_view variable_or_column) const;

    /// One source's figure, if it gives one; of a column with two variables the first that has one.
    /// Throws NotFound for a name that is not on record.
    std::optional<Observation> observed(std::string_view variable_or_column,
                                        std::string_view period, std::string_view source_id) const;

    /// Throws NotFound with the nearest name.
    const Source& source(std::string_view id) const;
    /// A national variable by its name. Throws NotFound with the nearest name.
    const VariableInfo& variable(std::string_view name) const;

  private:
    std::vector<Source> sources_;
    std::vector<Observation> national_;
    std::vector<ProvincialObservation> provincial_;
    std::vector<DeathEstimate> death_estimates_;
    std::vector<Event> events_;
    std::vector<VariableInfo> variables_;
};

/// The embedded record, read once, on first use; safe from several threads.
GRANARY_API const History& history();

/// The year that a period such as "1958-1962" or "1959-08" begins with; none where a text begins
/// with no four digits.
GRANARY_API std::optional<int> first_year(std::string_view period);

}  // namespace granary
