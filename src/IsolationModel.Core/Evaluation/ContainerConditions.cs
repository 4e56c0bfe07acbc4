using IsolationModel.Modeling;
using IsolationModel.Text;
using IsolationModel.Workloads;

namespace IsolationModel.Evaluation;

/// <summary>
/// Which weakenings are active for one container. That depends on its settings alone, so it is found out once, however many technologies are judged
/// under them. For one thread.
/// </summary>
internal sealed class ContainerConditions
{
    private readonly ModelIndex _model;
    private readonly Activity[] _activities;

    private ContainerConditions(ModelIndex model, WorkloadContainer container)
    {
        _model = model;
        Container = EffectiveSettings.Of(model, container);
        HasOwnWords = Container.HasOwnWords;
        _activities = new Activity[model.Definition.Weakenings.Count];
    }

    /// <summary>The container with the settings that are effective together.</summary>
    public WorkloadContainer Container { get; }

    /// <summary>Whether the container's descriptor has words of its own for settings.</summary>
    public bool HasOwnWords { get; }

    /// <summary>The conditions of each container, in their order.</summary>
    public static ContainerConditions[] Of(ModelIndex model, IReadOnlyList<WorkloadContainer> containers)
    {
        var conditions = new ContainerConditions[containers.Count];
        for (var i = 0; i < conditions.Length; i++)
        {
            conditions[i] = new ContainerConditions(model, containers[i]);
        }

        return conditions;
    }

    /// <summary>Whether a weakening is active, and the place of the fact that makes it so or keeps it from being told.</summary>
    /// <param name="weakening">Its place among the weakenings of the model.</param>
    public (Truth Truth, TextRange? Cause) this[int weakening]
    {
        get
        {
            ref var activity = ref _activities[weakening];
            if (!activity.IsKnown)
            {
                var (truth, cause) = Evaluate(_model.Definition.Weakenings[weakening]);
                activity = new Activity(true, truth, cause);
            }

            return (activity.Truth, activity.Cause);
        }
    }

    private (Truth Truth, TextRange? Cause) Evaluate(WeakeningDefinition weakening)
    {
        var (truth, cause) = PredicateEvaluator.Evaluate(_model, weakening.When, Container);
        if (truth == Truth.False || weakening.Unless is null)
        {
            return (truth, cause);
        }

        var (excepted, exceptedBy) = PredicateEvaluator.Evaluate(_model, weakening.Unless, Container);
        var not = (Truth)(Truth.True - excepted);
        return not < truth ? (not, exceptedBy ?? cause) : (truth, cause);
    }

    private readonly record struct Activity(bool IsKnown, Truth Truth, TextRange? Cause);
}
