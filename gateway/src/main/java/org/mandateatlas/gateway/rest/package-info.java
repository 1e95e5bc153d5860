/** What the gateway itself gives to read, in the form that the reader asks for. */
@NullMarked
package org.mandateatlas.gateway.rest;

import org.jspecify.annotations.NullMarked;
