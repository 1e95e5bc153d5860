package org.mandateatlas.gateway.cache;

import java.util.Set;

/**
 * What an answer rests on, as far as the question tells.
 *
 * @param streams the streams that can change it; empty for all that its position names
 * @param ownersOwn the streams that the owner which answers writes itself, and so always knows to their end
 * @param fixed the streams of which the question says itself up to which revision they count
 * @param past whether the question is about what was known at an instant of the past, so that the position of the answer is one of then
 */
public record Dependencies(Set<String> streams, Set<String> ownersOwn, Set<String> fixed, boolean past) {}
