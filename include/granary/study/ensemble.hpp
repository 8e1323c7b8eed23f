#pragma once
/// What came out of an ensemble, or of a part of one.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/foundation/calendar.hpp"
#include "granary/study/summary.hpp"

namespace granary {

/// One line of what makes an ensemble the one it is.
struct Attribute {
    std::string name, text;

    friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// A calendar year of all members, or the part of it that they run.
struct EnsembleYear {
    int year = 0;
    Instant from, to;

    /// Whether the members run all of it.
    bool is_whole() const { return from == Instant{year, 0} && to == Instant{year + 1, 0}; }
    friend bool operator==(const EnsembleYear&, const EnsembleYear&) = default;
};

/// What is varied from member to member: a constant, or a lever.
struct MemberInput {
    std::string name, unit;  ///< "belief_lag_years" in "yr", "scale of export_mt" in "1"

    friend bool operator==(const MemberInput&, const MemberInput&) = default;
};

/// An ensemble or a part of one. Two of equal identity, members and seed are of the same ensemble;
/// no path, lane, thread or block is among the attributes.
struct GRANARY_API Ensemble {
    std::vector<Attribute> identity;
    std::uint64_t members = 0, seed = 0;  ///< of the whole ensemble
    std::vector<EnsembleYear> years;
    std::vector<MemberInput> inputs;
    Summarised what;
    Summary summary{0, 0};

    /// What was run of a measure's year, or of a whole run; nothing where no year was.
    std::optional<EnsembleYear> span_of(const Measure& measure) const;
    /// The text of an attribute; empty where there is none of the name.
    std::string attribute(std::string_view name) const;
};

/// "members 2049 to 4096", counted from 1; empty where none is missing.
GRANARY_API std::string missing_members(const Ensemble& ensemble);

/// Throws IntegrationError where members have no figures: "2 of 1000 members have no figures: 3,
/// 17; member 3: ...".
GRANARY_API void require_figures_of_all(const Ensemble& ensemble);

}  // namespace granary
