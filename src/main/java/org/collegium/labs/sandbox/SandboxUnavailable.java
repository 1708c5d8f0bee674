package org.collegium.labs.sandbox;

/** No sandbox can be opened here; work waits until somebody mends it. */
public final class SandboxUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public SandboxUnavailable(String message) {
        super(message);
        this.remedy = "";
    }

    /** @param remedy the command or setting that mends it */
    public SandboxUnavailable(String reason, String remedy) {
        super(reason + " " + remedy);
        this.remedy = remedy;
    }

    public SandboxUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.remedy = "";
    }

    /** This, as what a probe would have shown. */
    public Probe.Broken asProbe() {
        String said = String.valueOf(getMessage());
        return remedy.isEmpty()
                ? new Probe.Broken(said, "The log of the platform says more.")
                : new Probe.Broken(said.substring(0, said.length() - remedy.length() - 1), remedy);
    }
}
