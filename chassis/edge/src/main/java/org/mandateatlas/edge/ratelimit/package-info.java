/** Allowances of clients, which several gateways can share. */
@NullMarked
package org.mandateatlas.edge.ratelimit;

import org.jspecify.annotations.NullMarked;
