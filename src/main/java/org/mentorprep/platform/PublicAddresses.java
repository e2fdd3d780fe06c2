package org.mentorprep.platform;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

import org.mentorprep.platform.LmsAddresses.RegistrationProperties;

/**
 * Resolves hosts for calls to addresses that an LMS names, and gives out public addresses
 * only. The client connects to what it gets here and resolves nothing itself: an address
 * can't change between the check and the connection (DNS rebinding).
 */
public class PublicAddresses implements DnsResolver {

	private final RegistrationProperties properties;

	private final DnsResolver names;

	public PublicAddresses(RegistrationProperties properties) {
		this(properties, SystemDefaultDnsResolver.INSTANCE);
	}

	public PublicAddresses(RegistrationProperties properties, DnsResolver names) {
		this.properties = properties;
		this.names = names;
	}

	/**
	 * @throws NotPublic if any of the addresses is inside some network
	 * @throws UnknownHostException if there is none
	 */
	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] addresses = this.names.resolve(host);
		if (!this.properties.allows(host)) {
			for (InetAddress address : addresses) {
				if (!isPublic(address)) {
					throw new NotPublic();
				}
			}
		}
		return addresses;
	}

	@Override
	public @Nullable String resolveCanonicalHostname(String host) {
		return null;
	}

	/** By the special-purpose registries of IANA (RFC 6890), IPv4 and IPv6. */
	public static boolean isPublic(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return false;
		}
		byte[] bytes = address.getAddress();
		int first = Byte.toUnsignedInt(bytes[0]);
		int second = Byte.toUnsignedInt(bytes[1]);
		int third = Byte.toUnsignedInt(bytes[2]);
		return (address instanceof Inet6Address) ? isGlobalIpv6(first, second, third, Byte.toUnsignedInt(bytes[3]))
				: isGlobalIpv4(first, second, third);
	}

	private static boolean isGlobalIpv4(int first, int second, int third) {
		return switch (first) {
			case 0 -> false;
			case 100 -> second < 64 || second > 127;
			case 192 -> !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
			case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
			case 203 -> !(second == 0 && third == 113);
			default -> first < 224;
		};
	}

	/**
	 * Global unicast (2000::/3), without what carries an IPv4 address in it (6to4,
	 * Teredo) and without examples. The rest of IPv6 holds unique local addresses, NAT64
	 * and the like.
	 */
	private static boolean isGlobalIpv6(int first, int second, int third, int fourth) {
		if ((first & 0xe0) != 0x20 || (first == 0x20 && second == 0x02)) {
			return false;
		}
		boolean special = first == 0x20 && second == 0x01 && (third < 0x02 || (third == 0x0d && fourth == 0xb8));
		return !special && !(first == 0x3f && second == 0xff);
	}

	/** The host exists, but we don't call it. */
	public static class NotPublic extends UnknownHostException {

		NotPublic() {
			super("Not a public address");
		}

	}

}
