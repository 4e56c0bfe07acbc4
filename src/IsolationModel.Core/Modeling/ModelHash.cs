using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IsolationModel.Json;
using IsolationModel.Modeling.Reading;

namespace IsolationModel.Modeling;

/// <summary>Tells whether two models were made of the same files, whatever their paths, their order and their white space.</summary>
public static class ModelHash
{
    /// <summary>SHA-256 over the sorted SHA-256 hashes of the parts without white space, in lower-case hexadecimal digits.</summary>
    public static string Of(IEnumerable<ModelText> parts)
    {
        var hashes = parts.Select(part => Hash(JsonMinifier.Minify(part.Text))).ToList();
        hashes.Sort(StringComparer.Ordinal);
        return Hash(string.Join("\n", hashes));
    }

    private static string Hash(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#if NET8_0_OR_GREATER
        var hash = SHA256.HashData(bytes);
#else
        using var algorithm = SHA256.Create();
        var hash = algorithm.ComputeHash(bytes);
#endif
        var digits = new StringBuilder(hash.Length * 2);
        foreach (var value in hash)
        {
            digits.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        }

        return digits.ToString();
    }
}
