/** Parsing of request parameters. */
@NullMarked
package org.mandateatlas.gateway.request;

import org.jspecify.annotations.NullMarked;
