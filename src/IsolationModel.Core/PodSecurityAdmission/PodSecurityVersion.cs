using System.Globalization;

namespace IsolationModel.PodSecurityAdmission;

/// <summary>A version of the Pod Security Standards: the minor version of the Kubernetes release 1.x whose policy is meant.</summary>
/// <param name="Minor">The minor version, 0 to <see cref="NewestMinor"/>.</param>
public readonly record struct PodSecurityVersion(int Minor)
{
    /// <summary>The newest policy that is known (k8s.io/pod-security-admission v0.37: sysctls changed last). A newer one asked for is judged by it, as admission does.</summary>
    public const int NewestMinor = 37;

    /// <summary>The word for the newest policy.</summary>
    public const string LatestWord = "latest";

    private const string Prefix = "v1.";
    private const int MostDigits = 4;

    /// <summary>The newest policy that is known.</summary>
    public static PodSecurityVersion Latest { get; } = new(NewestMinor);

    /// <summary>Reads <c>latest</c> or <c>v1.N</c> as admission does: no leading zeros (k8s.io/pod-security-admission, api.ParseVersion).</summary>
    public static bool TryParse(string? text, out PodSecurityVersion version)
    {
        version = Latest;
        if (string.Equals(text, LatestWord, StringComparison.Ordinal))
        {
            return true;
        }

        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length == Prefix.Length || text.Length > Prefix.Length + MostDigits)
        {
            return false;
        }

        var digits = text.Substring(Prefix.Length);
        if ((digits[0] == '0' && digits.Length > 1) || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
        {
            return false;
        }

        version = new PodSecurityVersion(Math.Min(minor, NewestMinor));
        return true;
    }

    /// <summary><c>v1.N</c>.</summary>
    public override string ToString() => Prefix + Minor.ToString(CultureInfo.InvariantCulture);
}
