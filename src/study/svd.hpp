#pragma once
/// Singular values and right vectors of a matrix, compiled once: the decomposition takes long to
/// compile.

#include <Eigen/Core>

namespace granary {

/// A = U S V': the singular values S, the largest first, and V, one column each.
struct RightSvd {
    Eigen::VectorXd values;
    Eigen::MatrixXd vectors;  ///< each with its largest component positive
};

/// The thin decomposition of a matrix.
RightSvd right_svd(const Eigen::MatrixXd& matrix);

}  // namespace granary
