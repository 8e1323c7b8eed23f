#pragma once
/// A request to stop, and keep what is done for the next time: Ctrl-C, SIGTERM as a cluster sends
/// it before a time limit, SIGHUP of a terminal that is closed. Every other command ends at once,
/// and its output is the old one or the new one.

namespace granary::cli {

/// While it lives a request is noted instead of ending the process, however often it comes: what
/// runs a program may pass on to it what the terminal has sent it already.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    static bool asked();
    /// Once asked: ends the process as the request does that nobody catches, so that a shell's
    /// script stops too. Call it when what is done has been written.
    [[noreturn]] static void end();
};

}  // namespace granary::cli
