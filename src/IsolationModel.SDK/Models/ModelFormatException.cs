using System.Globalization;
using IsolationModel.Findings;

namespace IsolationModel;

/// <summary>A model text has mistakes.</summary>
public sealed class ModelFormatException : FormatException
{
    /// <summary>Says nothing about what is wrong.</summary>
    public ModelFormatException()
    {
    }

    /// <summary>Says what is wrong.</summary>
    public ModelFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong and what caused it.</summary>
    public ModelFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Tells each mistake on a line of its own, with its place.</summary>
    public ModelFormatException(IReadOnlyList<Finding> findings)
        : base(string.Join("\n", findings.Select(Line))) => Findings = findings;

    /// <summary>The mistakes, in the order of files and places.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [];

    private static string Line(Finding finding) => string.Format(
        CultureInfo.InvariantCulture, "{0}({1},{2}): {3}: {4}", finding.File, finding.Start.Line, finding.Start.Column, finding.Rule.Id, finding.Message);
}
