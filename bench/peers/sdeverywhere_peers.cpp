/// The C that SDEverywhere's compiler makes of the model file, in its Euler steps.

#include "peer.hpp"
#include "sde.h"

double _time = 0;

namespace {
peers::State outputs;
std::size_t output = 0;
}  // namespace

void outputVar(double value) {
    outputs[output++] = value;
}

namespace peers {
namespace {

States run() {
    initConstants();
    initLevels();
    for (std::size_t step = 0; step < years * steps_a_year; ++step) {
        evalAux();
        evalLevels();
        _time += _time_step;
    }
    output = 0;
    storeOutputData();
    return {outputs};
}

}  // namespace

std::vector<Peer> sdeverywhere_peers() {
    return {{"sdeverywhere-c", "euler", "the C that @sdeverywhere/compile makes of the .mdl",
             "its loop over steps is ours", run}};
}

}  // namespace peers
