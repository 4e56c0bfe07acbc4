using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers.CSharp;

/// <summary>
/// What the members of a library's types are called in the format that they stand for: the serializer of the library needs to know it, too, so
/// an attribute says it.
/// </summary>
internal sealed class MemberNames
{
    private readonly ConcurrentDictionary<ISymbol, string> _names = new(SymbolEqualityComparer.Default);

    /// <summary>The name of a member in the format.</summary>
    public string Of(ISymbol member) => _names.TryGetValue(member, out var name) ? name : _names.GetOrAdd(member, Find(member));

    private static string Find(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            var name = attribute.AttributeClass?.Name switch
            {
                // System.Text.Json (KubernetesClient), Newtonsoft.Json (Docker.DotNet has its own with the same members) and Pulumi: the first argument.
                "JsonPropertyNameAttribute" or "JsonPropertyAttribute" or "InputAttribute" or "OutputAttribute" => First(attribute) ?? Named(attribute, "PropertyName"),
                // The product's own types: settings and node facts by their ids.
                "ModelEntryAttribute" => Second(attribute),
                // YamlDotNet (Aspire).
                "YamlMemberAttribute" => Named(attribute, "Alias"),
                // System.Runtime.Serialization (Docker.DotNet).
                "DataMemberAttribute" => Named(attribute, "Name"),
                _ => null,
            };
            if (!string.IsNullOrEmpty(name))
            {
                return name!;
            }
        }

        return CamelCase(member.Name);
    }

    private static string? First(AttributeData attribute) => attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string : null;

    private static string? Second(AttributeData attribute) => attribute.ConstructorArguments.Length > 1 ? attribute.ConstructorArguments[1].Value as string : null;

    private static string? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (string.Equals(argument.Key, name, StringComparison.Ordinal))
            {
                return argument.Value.Value as string;
            }
        }

        return null;
    }

    private static string CamelCase(string name) => name.Length == 0 || !char.IsUpper(name[0]) ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);
}
