#pragma once
/// A trajectory as a matrix, one row per recorded time and one column per value of the state.

#include <Eigen/Core>

#include "granary/state/trajectory.hpp"

namespace granary {

/// A view on a recording's memory: rows are recorded times, columns the values of the state, each
/// in the unit of its table (Mt, million, years).
template <Real T>
using StateMatrix =
    Eigen::Map<const Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>;

/// Maps the trajectory's own memory, without a copy: valid as long as the trajectory lives and is
/// not recorded to. `layout()` tells which column holds what.
template <Real T>
StateMatrix<T> matrix(const Recording<T>& recording) {
    return StateMatrix<T>(recording.states().data(),
                          static_cast<Eigen::Index>(recording.times().size()),
                          static_cast<Eigen::Index>(recording.layout().size()));
}

/// A temporary would leave the map without memory.
template <Real T>
StateMatrix<T> matrix(Recording<T>&&) = delete;

}  // namespace granary
