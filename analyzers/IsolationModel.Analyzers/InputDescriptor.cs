using IsolationModel.Descriptors;
using Microsoft.CodeAnalysis;

namespace IsolationModel.Analyzers;

/// <summary>A descriptor among the additional files.</summary>
/// <param name="Text">The additional file.</param>
/// <param name="Expectation">Why it is looked at.</param>
internal sealed record InputDescriptor(AdditionalText Text, DescriptorExpectation Expectation);
