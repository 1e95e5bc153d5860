/** The MCP server: tools for agents that read the API of the gateway, and {@code llms.txt}. */
@NullMarked
package org.mandateatlas.mcp;

import org.jspecify.annotations.NullMarked;
