package org.mentorprep.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network of a client, by its address: one IPv4 address, or the 64 bits of an IPv6
 * address that one household or school has to itself.
 */
public final class ClientNetwork {

	private static final int PREFIX_BYTES = 8;

	private ClientNetwork() {
	}

	public static String of(String remoteAddress) {
		return remoteAddress.contains(":") ? ofVersion6(remoteAddress) : remoteAddress;
	}

	private static String ofVersion6(String remoteAddress) {
		try {
			// In brackets Java reads an address and asks no name server.
			InetAddress address = InetAddress.getByName("[" + remoteAddress + "]");
			return (address instanceof Inet6Address)
					? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "::/64"
					: address.getHostAddress();
		}
		catch (UnknownHostException ex) {
			return remoteAddress;
		}
	}

}
