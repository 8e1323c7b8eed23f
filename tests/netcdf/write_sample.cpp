/// Writes an ensemble of made-up figures as netCDF and as CSV, for the tests of other readers:
/// write_sample FILE.nc FILE.csv [REGION...]

#include "granary/write/output.hpp"
#include "granary/write/study/ensemble_table.hpp"
#include "netcdf/sample.hpp"

int main(int count, char** arguments) {
    const granary::Sample sample{
        5000, 7, {1958, 1959, 1960}, 50, {arguments + 3, arguments + count}};
    const granary::MemberRows rows = [&](std::uint64_t chunk) { return sample.rows(chunk); };
    const auto ensemble = sample.whole();
    granary::write_ensemble(arguments[1], ensemble, &rows);
    granary::Csv csv;
    granary::add_ensemble_table(ensemble, csv);
    granary::write_file(arguments[2], csv.text());
}
