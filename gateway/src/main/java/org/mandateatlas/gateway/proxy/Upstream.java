package org.mandateatlas.gateway.proxy;

import org.mandateatlas.edge.Replicas;

/**
 * A service behind the gateway.
 *
 * @param name the name in the configuration
 * @param replicas its replicas
 */
public record Upstream(String name, Replicas replicas) {}
