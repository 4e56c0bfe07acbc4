using System.Diagnostics.CodeAnalysis;
using IsolationModel.Findings;
using IsolationModel.Rules;
using IsolationModel.Text;

namespace IsolationModel.Descriptors.Yaml.Syntax;

/// <summary>A document cannot be read.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is thrown with a problem, and caught where documents are read")]
[SuppressMessage("Design", "CA1064", Justification = "It never leaves the reader")]
internal sealed class YamlSyntaxException : Exception
{
    /// <summary>Makes one of a problem.</summary>
    public YamlSyntaxException(YamlProblem problem)
        : base(problem.Message) => Problem = problem;

    /// <summary>What cannot be read, and where.</summary>
    public YamlProblem Problem { get; }

    /// <summary>The text breaks the grammar.</summary>
    /// <param name="start">Where.</param>
    /// <param name="end">To where.</param>
    /// <param name="what">What is wrong, and what to do: a clause.</param>
    public static YamlSyntaxException At(int start, int end, string what) => Of(InputRules.SyntaxError, start, end, $"the YAML is not well-formed: {what}");

    /// <summary>Collections nest too deep.</summary>
    public static YamlSyntaxException TooDeep(int at) =>
        Of(InputRules.TooDeep, at, at + 1, $"mappings and lists nest deeper than {DescriptorLimits.Depth} levels, so the document is not judged");

    /// <summary>The file has too many nodes.</summary>
    public static YamlSyntaxException TooManyNodes(int at) =>
        Of(InputRules.TooManyNodes, at, at, $"the file has more than {DescriptorLimits.Nodes} nodes, so it is not judged from here on; split it");

    private static YamlSyntaxException Of(RuleDescriptor rule, int start, int end, string message) => new(new YamlProblem(rule, TextRange.FromBounds(start, end), message));
}
