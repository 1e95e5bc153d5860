/** Resources of the gateway and their representations. */
@NullMarked
package org.mandateatlas.gateway.rest;

import org.jspecify.annotations.NullMarked;
