using System.Globalization;
using IsolationModel.Modeling;
using Microsoft.CodeAnalysis.CSharp;

namespace IsolationModel.Generators.Emission;

/// <summary>Values as C# code.</summary>
internal static class Literals
{
    /// <summary>A string, on one line, whatever it holds; <c>null</c> for null.</summary>
    public static string Of(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A decimal.</summary>
    public static string Of(decimal? value) => value is { } number ? number.ToString("0.############################", CultureInfo.InvariantCulture) + "m" : "null";

    /// <summary>A whole number.</summary>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A truth value.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>An array of strings.</summary>
    public static string Of(EquatableArray<string> texts) =>
        texts.Count == 0 ? "new string[0]" : $"new string[] {{ {List(texts)} }}";

    /// <summary>Strings with commas between.</summary>
    public static string List(EquatableArray<string> texts) => string.Join(", ", texts.Select(Of));

    /// <summary>A member of an enum.</summary>
    public static string Of<TEnum>(string type, TEnum value)
        where TEnum : struct, Enum => $"global::IsolationModel.{type}.{value}";
}
