namespace IsolationModel.Modeling;

/// <summary>What a predicate over settings asks.</summary>
public enum PredicateKind
{
    /// <summary>All inner predicates hold.</summary>
    All,

    /// <summary>Some inner predicate holds.</summary>
    Any,

    /// <summary>The setting is exactly this (flag: true or false).</summary>
    Is,

    /// <summary>The setting is one of these.</summary>
    In,

    /// <summary>The list contains one of these.</summary>
    ContainsAny,

    /// <summary>The list contains all of these.</summary>
    ContainsAll,

    /// <summary>Every item of the list is one of these; an empty list is within everything.</summary>
    Within,

    /// <summary>Some item of the list is none of these.</summary>
    Beyond,

    /// <summary>Some path of the list equals, lies below or contains an entry of a path list.</summary>
    Touches,

    /// <summary>The list is not empty.</summary>
    Present,
}
