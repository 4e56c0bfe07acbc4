using IsolationModel.Text;

namespace IsolationModel.Findings;

/// <summary>Another place that explains a finding.</summary>
/// <param name="File">The file's path as it shall be shown.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Just behind its last character.</param>
/// <param name="Message">What is there.</param>
public sealed record RelatedLocation(string File, TextPosition Start, TextPosition End, string Message);
