/// CVODE of SUNDIALS, by Adams' methods with a fixed-point iteration and by BDF with Newton's.

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>

#include <memory>
#include <stdexcept>

#include "libm.hpp"

namespace peers {
namespace {

int rates_of(realtype time, N_Vector state, N_Vector rates, void* constants) {
    const auto& x = *reinterpret_cast<const State*>(N_VGetArrayPointer(state));
    auto& dx = *reinterpret_cast<State*>(N_VGetArrayPointer(rates));
    right_hand_side<Libm>(time, x, dx, *static_cast<const Constants<double>*>(constants));
    return 0;
}

void require(int flag) {
    if (flag < 0) throw std::runtime_error("CVODE: " + std::string(CVodeGetReturnFlagName(flag)));
}

/// Made once and started anew at each run; freed with the program.
class Cvode {
  public:
    explicit Cvode(int method) {
        SUNContext_Create(nullptr, &context_);
        state_ = N_VNew_Serial(stocks, context_);
        memory_ = CVodeCreate(method, context_);
        restart();
        require(CVodeInit(memory_, rates_of, 0.0, state_));
        require(CVodeSetUserData(memory_, &constants_));
        require(CVodeSetMaxNumSteps(memory_, 1000000));
        method == CV_BDF ? use_newton() : use_fixed_point();
    }
    State run(double tolerance) {
        restart();
        require(CVodeReInit(memory_, 0.0, state_));
        require(CVodeSStolerances(memory_, tolerance, tolerance));
        require(CVodeSetStopTime(memory_, years));
        realtype reached = 0;
        require(CVode(memory_, years, state_, &reached, CV_NORMAL));
        return *reinterpret_cast<const State*>(N_VGetArrayPointer(state_));
    }

  private:
    void restart() { std::copy(std::begin(start), std::end(start), N_VGetArrayPointer(state_)); }
    void use_newton() {
        const auto matrix = SUNDenseMatrix(stocks, stocks, context_);
        require(CVodeSStolerances(memory_, 1e-6, 1e-6));
        require(CVodeSetLinearSolver(memory_, SUNLinSol_Dense(state_, matrix, context_), matrix));
    }
    void use_fixed_point() {
        require(CVodeSetNonlinearSolver(memory_, SUNNonlinSol_FixedPoint(state_, 0, context_)));
    }

    SUNContext context_ = nullptr;
    N_Vector state_ = nullptr;
    void* memory_ = nullptr;
    Constants<double> constants_ = member(0);
};

Adaptive adaptive(std::string name, std::string what, int method) {
    return {std::move(name), std::move(what),
            [solver = std::make_shared<Cvode>(method)](double tolerance) {
                return solver->run(tolerance);
            }};
}

}  // namespace

std::vector<Adaptive> cvode_peers() {
    return {adaptive("cvode-adams", "C++ over double, glibc's functions, CVODE's Adams", CV_ADAMS),
            adaptive("cvode-bdf", "C++ over double, glibc's functions, CVODE's BDF", CV_BDF)};
}

}  // namespace peers
