using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IsolationModel.Analyzers.CSharp.Descriptors;

/// <summary>Looks at an attribute that declares needs: what it says must be understood, and it must say something.</summary>
internal static class AttributeCheck
{
    private const string Suffix = "Attribute";

    /// <summary>Whether an attribute may be one of the product's, by its name alone.</summary>
    public static bool IsCandidate(AttributeSyntax attribute) => Names.Contains(NameOf(attribute));

    /// <summary>The names by which code writes the attributes.</summary>
    public static IReadOnlyCollection<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal) { "IsolationNeeds", "RequiresIsolation", SdkTypes.IsolationNeeds, SdkTypes.RequiresIsolation };

    /// <summary>What is wrong with it.</summary>
    public static IEnumerable<Finding> Check(AttributeSyntax attribute, SemanticModel model, DescriptorRun run, CancellationToken cancellationToken)
    {
        var type = model.GetTypeInfo(attribute, cancellationToken).Type;
        if (!SdkTypes.Is(type, SdkTypes.IsolationNeeds) && !SdkTypes.Is(type, SdkTypes.RequiresIsolation))
        {
            return [];
        }

        var isConstant = true;
        var declarations = NeedAttributes.Read(attribute, NeedScope.Run, argument => ValueOf(argument)).ToList();
        if (declarations.Count > 0)
        {
            return UsageRules.OfAttributes(run.ModelOf(cancellationToken), declarations);
        }

        // What is no constant does not compile, and is told by the compiler.
        return isConstant
            ? [UsageRules.EmptyAttribute(attribute.SyntaxTree.FilePath, new SourceLines(attribute.SyntaxTree), new CodeValue(ShortName(NameOf(attribute)), CodeFile.RangeOf(attribute)))]
            : [];

        object? ValueOf(AttributeArgumentSyntax argument)
        {
            var constant = model.GetConstantValue(argument.Expression, cancellationToken);
            isConstant &= constant.HasValue || argument.Expression.IsKind(SyntaxKind.NullLiteralExpression);
            return constant.Value;
        }
    }

    private static string ShortName(string name) => name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    private static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax { Right: var right } => right.Identifier.ValueText,
        AliasQualifiedNameSyntax { Name: var name } => name.Identifier.ValueText,
        _ => string.Empty,
    };
}
