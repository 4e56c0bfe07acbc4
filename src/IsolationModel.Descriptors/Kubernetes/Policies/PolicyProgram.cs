using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Policies;
using static IsolationModel.Descriptors.Kubernetes.Policies.CelExpression;

namespace IsolationModel.Descriptors.Kubernetes.Policies;

/// <summary>A policy in CEL: the same for everything that enforces it, but for where the pod and the map of classes come from.</summary>
/// <param name="Variables">Named parts, each after those that it uses.</param>
/// <param name="Validations">What must hold; all of them together are the policy.</param>
internal sealed record PolicyProgram(IReadOnlyList<PolicyVariable> Variables, IReadOnlyList<PolicyValidation> Validations)
{
    private const string Technology = "variables." + PolicyVariables.Technology;

    /// <summary>Writes a policy.</summary>
    /// <param name="model">The model that it was derived from.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="root">The object that is judged.</param>
    /// <param name="classes">The map from runtime classes to technologies.</param>
    /// <param name="where">What the map is called in messages.</param>
    /// <param name="before">Variables that stand before all others.</param>
    public static PolicyProgram Of(ModelIndex model, IsolationPolicy policy, string root, string classes, string where, params PolicyVariable[] before)
    {
        var messages = new PolicyMessages(model, policy, where);
        var variables = before.Concat(PolicyVariables.Of(Pod(root), classes)).ToList();
        var used = new HashSet<string>(variables.Select(variable => variable.Name), StringComparer.Ordinal);
        var validations = new List<PolicyValidation>();
        var groups = new List<(EquatableArray<string> Technologies, CelExpression Is)>();
        foreach (var group in policy.Groups)
        {
            var name = PolicyNames.Variable("like-" + group[0], used);
            variables.Add(new PolicyVariable(name, OneOf(Primary(Technology), group)));
            groups.Add((group, Primary("variables." + name)));
        }

        if (policy.Mode == PolicyMode.Prove)
        {
            validations.Add(new PolicyValidation(Or([.. groups.Select(group => group.Is)]), messages.OfTechnology()));
        }
        else if (policy.Refused.Count > 0)
        {
            var name = PolicyNames.Variable("failing", used);
            variables.Add(new PolicyVariable(name, OneOf(Primary(Technology), policy.Refused)));
            validations.Add(new PolicyValidation(Not(Primary("variables." + name)), messages.OfTechnology()));
        }

        foreach (var rule in policy.Rules)
        {
            var name = PolicyNames.Variable(rule.Id, used);
            variables.Add(new PolicyVariable(name, OfSomeContainer(CelConditions.Of(rule.Condition))));
            // Where every technology that is admitted at all has the rule, the first validation asks for the technology already.
            var isOfAll = policy.Mode == PolicyMode.Prove && rule.Technologies.Count == policy.Admitted.Count;
            var under = isOfAll ? True : Or([.. groups.Where(group => rule.Technologies.Contains(group.Technologies[0])).Select(group => group.Is)]);
            validations.Add(new PolicyValidation(Not(And(under, Primary("variables." + name))), messages.OfRule(rule)));
        }

        return new PolicyProgram(Needed(variables, validations), validations);
    }

    /// <summary>A pod, or the template of what makes pods. The type is left open, so that no checker misses fields that the other kinds have.</summary>
    private static CelExpression Pod(string root) => If(
        Relation($"{root}.kind == 'Pod'"),
        Primary($"dyn({root})"),
        If(Relation($"{root}.kind == 'CronJob'"), Primary($"dyn({root}).spec.jobTemplate.spec.template"), Primary($"dyn({root}).spec.template")));

    /// <summary>What every container of a pod has from its pod is asked once.</summary>
    private static CelExpression OfSomeContainer(CelExpression condition) =>
        !Uses(condition.Text, PodFields.Container) ? condition : Exists("variables." + PolicyVariables.Containers, PodFields.Container, condition);

    /// <summary>Variables that something uses.</summary>
    private static List<PolicyVariable> Needed(List<PolicyVariable> variables, List<PolicyValidation> validations)
    {
        var texts = validations.SelectMany(static validation => new[] { validation.Expression.Text, validation.Message.Text }).ToList();
        var kept = new List<PolicyVariable>();
        for (var i = variables.Count - 1; i >= 0; i--)
        {
            if (texts.Exists(text => Uses(text, "variables." + variables[i].Name)))
            {
                kept.Insert(0, variables[i]);
                texts.Add(variables[i].Expression.Text);
            }
        }

        return kept;
    }

    private static bool Uses(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsOfName(text[at - 1])) && (end == text.Length || !IsOfName(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_';
}
