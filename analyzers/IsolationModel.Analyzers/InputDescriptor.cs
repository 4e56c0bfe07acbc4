using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers;

/// <summary>A descriptor among the additional files.</summary>
/// <param name="Text">The additional file.</param>
/// <param name="Expectation">Why it is looked at.</param>
/// <param name="IsNamed">Whether the project names it itself; if not, globs found it.</param>
internal sealed record InputDescriptor(AdditionalText Text, DescriptorExpectation Expectation, bool IsNamed);
