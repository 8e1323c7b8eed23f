#include "granary/ensemble/formats.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "granary/document/study/ensemble_text.hpp"
#include "granary/foundation/error.hpp"
#include "granary/foundation/file_name.hpp"
#include "granary/write/output.hpp"

namespace granary {

EnsembleFormat ensemble_format(const std::string& file) {
    const auto suffix = small_suffix(file);
    if (suffix == ".nc") return EnsembleFormat::netcdf;
    if (suffix == ".csv") return EnsembleFormat::csv;
    throw Error(ErrorClass::usage,
                fmt::format("{}: an ensemble is written to a file .nc or .csv", file));
}

void require_ensemble_file(const std::string& file) {
    std::error_code fault;
    if (ensemble_format(file) == EnsembleFormat::netcdf && std::filesystem::exists(file, fault) &&
        !std::filesystem::is_regular_file(file, fault))
        throw Error(ErrorClass::usage,
                    fmt::format("{} is no file: netCDF cannot be written to it", file));
}

void write_in_format(const Ensemble& ensemble, const MemberRows* members, const std::string& file) {
    if (ensemble_format(file) == EnsembleFormat::netcdf)
        write_ensemble(file, ensemble, members);
    else
        write_csv_file(file, ensemble_csv(ensemble));
}

}  // namespace granary
