/** The API descriptions and the interactive reference. */
@NullMarked
package org.mandateatlas.gateway.openapi;

import org.jspecify.annotations.NullMarked;
