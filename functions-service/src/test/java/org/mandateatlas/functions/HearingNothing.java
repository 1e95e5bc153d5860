package org.mandateatlas.functions;

/** A service of its own whose owners of other streams stay silent. */
public class HearingNothing extends ReplicatingOwnStreams {}
