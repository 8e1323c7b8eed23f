#pragma once
/// A reading of the record: constants found together, from one basis of deaths and with one form of
/// unequal access. Which of them is right the record does not say.

#include <string>
#include <vector>

#include "granary/foundation/api.hpp"
#include "granary/scenario/scenario.hpp"

namespace granary {

/// A constant as a file gives it.
struct ConstantSetting {
    std::size_t parameter = 0;  ///< row of the parameter table
    double value = 0;
    std::string source;
    double standard_error = 0;  ///< 0 where none is given
    ConstantPrior prior;        ///< that it was found from; not known where none is given
};

/// A reading with its constants.
struct RecordReading {
    std::string name, title, summary;
    std::vector<ConstantSetting> constants;
    SourceText source;  ///< the file it stands in
};

/// The scenario under another reading: its constants take the place of those of the reading that
/// the scenario had. What the scenario sets for itself stays.
GRANARY_API Scenario under(Scenario scenario, const RecordReading& reading);

}  // namespace granary
