/** Conventions of the API description that all services and the gateway share. */
@NullMarked
package org.mandateatlas.base.openapi;

import org.jspecify.annotations.NullMarked;
