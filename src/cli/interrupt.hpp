#pragma once
/// Ctrl-C as a request to stop and keep what is done.

namespace granary::cli {

/// While it lives Ctrl-C is noted instead of ending the process, however often it comes: what runs
/// a program may pass on to it what the terminal has sent it already.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    static bool asked();
    /// Ends the process as an interrupt does that nobody catches, so that a shell's script stops
    /// too. Call it when what is done has been written.
    [[noreturn]] static void end();
};

}  // namespace granary::cli
