#pragma once
/// The record beside a run: one source's figure for a calendar year, with its evidence.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/record/history.hpp"

namespace granary {

/// A column of the year table with the sources to show beside it: the first that has the year.
struct GRANARY_API Beside {
    std::string_view column, label;
    std::span<const std::string_view> sources;

    /// The figure of a calendar year; nothing where no source has it.
    std::optional<Observation> recorded(int year) const;
};

/// What stands beside the rural ration.
extern GRANARY_API const Beside ration_beside;
/// What stands beside the crude death rate.
extern GRANARY_API const Beside deaths_beside;

/// The sources of all figures shown and their evidence, such as "ration SPENCE 1957-61, LUO2006
/// 1962; deaths NBS1999_wxc 1957-62; all sourced"; empty where no year is on record.
GRANARY_API std::string sources_note(std::span<const Beside* const> shown,
                                     std::span<const int> years);

/// "1957-61", "1962", "1899-1902".
GRANARY_API std::string years_text(int first, int last);

}  // namespace granary
