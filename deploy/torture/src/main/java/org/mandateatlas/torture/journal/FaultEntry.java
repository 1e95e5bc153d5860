package org.mandateatlas.torture.journal;

/**
 * A fault that was injected, or skipped because its target was not running.
 *
 * @param began when it began
 * @param ended when its cause ended; the same as the beginning if it is an instant
 * @param kind its kind
 * @param target the process or connection
 * @param injected whether it was injected
 */
public record FaultEntry(String client, int line, long began, long ended, String kind, String target, boolean injected)
        implements Entry {}
