using IsolationModel.Evaluation;

namespace IsolationModel;

/// <summary>A single change that would make another technology the best one.</summary>
public sealed class SensitiveChange
{
    private readonly RankingChange _change;

    internal SensitiveChange(Model model, RankingChange change)
    {
        _change = change;
        Technology = change.TechnologyId is { } id ? model.Technology(id) : null;
        NewBest = model.Technology(change.NewBestId);
    }

    /// <summary>The technology whose grade changes; null for a change of a weight.</summary>
    public Technology? Technology { get; }

    /// <summary>Id of the attribute.</summary>
    public string AttributeId => _change.AttributeId;

    /// <summary>The weight or grade as it is.</summary>
    public int From => _change.From;

    /// <summary>The nearest weight or grade at which another one is best.</summary>
    public int To => _change.To;

    /// <summary>The technology that would be best then.</summary>
    public Technology NewBest { get; }

    /// <summary>The change and what it does, such as <c>weight of startup 3 -> 1: wasmedge</c>.</summary>
    public override string ToString() =>
        Technology is null ? $"weight of {AttributeId} {From} -> {To}: {NewBest.Id}" : $"grade of {Technology.Id} in {AttributeId} {From} -> {To}: {NewBest.Id}";
}
