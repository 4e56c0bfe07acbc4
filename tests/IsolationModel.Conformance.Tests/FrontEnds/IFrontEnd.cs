namespace IsolationModel.Conformance.FrontEnds;

/// <summary>One of the ways by which people get findings.</summary>
internal interface IFrontEnd
{
    /// <summary>Whether this front end can be given the input at all, in real use.</summary>
    bool Takes(ExampleInput input);

    /// <summary>What it finds, sorted.</summary>
    Task<IReadOnlyList<ObservedFinding>> Judge(ExampleInput input);
}
