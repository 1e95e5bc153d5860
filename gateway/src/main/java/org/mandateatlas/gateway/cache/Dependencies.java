package org.mandateatlas.gateway.cache;

import java.util.Set;

/**
 * The dependencies of a response, derived from the request.
 *
 * @param streams the streams that can change it; empty for all that its position names
 * @param ownStreams the streams that the upstream writes itself, and whose latest revision it therefore always knows
 * @param fixed the streams whose sequence the request itself states
 * @param past whether the request is about an instant of the past, so that the position of the response is one of then
 */
public record Dependencies(Set<String> streams, Set<String> ownStreams, Set<String> fixed, boolean past) {}
