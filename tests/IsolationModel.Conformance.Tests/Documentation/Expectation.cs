namespace IsolationModel.Conformance.Documentation;

/// <summary>What a page says about its example.</summary>
internal enum Expectation
{
    /// <summary>The page's rule finds something, at the marked places.</summary>
    Flagged,

    /// <summary>The page's rule finds nothing.</summary>
    Clean,

    /// <summary>The page's rule finds nothing because something is not known, and another rule says so at the marked places.</summary>
    Undetermined,

    /// <summary>An overlay that holds for the next descriptor of the page.</summary>
    Applied,
}
