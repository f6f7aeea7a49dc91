"""The templates that TRIK Studio brings with it, by what they stand for. A save holds only their names.

Each is one event, or one condition; what a use leaves out has the value given here.
"""

from .template import Template

_EVENT = '<event id="#{id}" settedUpInitially="#{settedUpInit}">%s<triggers>%s</triggers></event>'
_INSIDE = '<#{not}><inside objectId="%s" regionId="#{regionId}" objectPoint="#{objectPoint}"/></#{not}>'
_SCORE = (
    '<setter name="#{scoreVariable}"><#{operation} _1="${#{scoreVariable}}" _2="#{value}"/></setter>'
    '<message text="#{message}"/>#{trigger}'
)
_REST, _TURNS = (
    "".join(f'<{comparison} _1="${{robot1.#{{{side}}}.power}}" _2="0"/>' for side in ("left", "right"))
    for comparison in ("equals", "notEquals")
)
_ALL = '<conditions glue="#{glue}">%s#{conditions}</conditions>'

_EVENT_KEYS = {"id": "", "settedUpInit": "false", "trigger": "", "conditions": ""}
_SCORE_KEYS = {**_EVENT_KEYS, "operation": "sum", "scoreVariable": "total_score", "value": None, "message": ""}
_REGION_KEYS = {"regionId": None, "objectPoint": "any", "glue": "and"}
_MOTOR_KEYS = {"left": "left", "right": "right"}
_WARZONE_KEYS = {**_EVENT_KEYS, **_REGION_KEYS, "settedUpInit": "true", "message": "", "not": "not"}
_WARZONE = '#{trigger}<message text="#{message}"/><success/>'
_STOP_KEYS = {**_SCORE_KEYS, **_REGION_KEYS, **_MOTOR_KEYS, "not": "condition"}
_TYPE = '<equals><typeOf objectId="#{name}"/><string value="%s"/></equals>'

BUILT_IN: dict[str, Template] = {
    "ts:condition-event": Template(
        {**_EVENT_KEYS, "trigger": "<success/>", "conditions": "<condition><true/></condition>"},
        _EVENT % ("#{conditions}", "#{trigger}"),
    ),
    "ts:timer-success-event": Template(
        {"timeout": None, "trigger": "", "forceDropOnTimeout": "false"},
        '<event settedUpInitially="true"><condition>'
        '<timer timeout="#{timeout}" forceDropOnTimeout="#{forceDropOnTimeout}"/>'
        "</condition><triggers>#{trigger}<success/></triggers></event>",
    ),
    "ts:set-object-warzone": Template(
        {**_WARZONE_KEYS, "objectId": "robot1"}, _EVENT % (_ALL % (_INSIDE % "#{objectId}"), _WARZONE)
    ),
    "ts:set-robot-warzone": Template(_WARZONE_KEYS, _EVENT % (_ALL % (_INSIDE % "robot1"), _WARZONE)),
    "ts:change-score-with-log": Template({**_SCORE_KEYS, "conditions": None}, _EVENT % ("#{conditions}", _SCORE)),
    "ts:object-region-with-score": Template(
        {**_SCORE_KEYS, **_REGION_KEYS, "id": None, "objectId": "robot1", "not": "condition"},
        _EVENT % (_ALL % (_INSIDE % "#{objectId}"), _SCORE),
    ),
    "ts:robot-stop-in-region-with-score": Template(
        {**_STOP_KEYS, "id": None}, _EVENT % (_ALL % (_INSIDE % "robot1" + _REST), _SCORE)
    ),
    "ts:robot-finish-in-region-with-score": Template(
        {**_STOP_KEYS, "id": None}, _EVENT % (_ALL % (_INSIDE % "robot1" + _REST), _SCORE + "<success/>")
    ),
    "ts:robot-start-with-score": Template(
        {**_SCORE_KEYS, **_MOTOR_KEYS, "id": None, "glue1": "and", "glue2": "or"},
        _EVENT % (_ALL.replace("glue}", "glue1}") % f'<conditions glue="#{{glue2}}">{_TURNS}</conditions>', _SCORE),
    ),
    "ts:robot-start": Template(
        {**_EVENT_KEYS, **_MOTOR_KEYS, "id": None, "settedUpInit": "true", "glue": "or"},
        _EVENT % (_ALL % _TURNS, "#{trigger}"),
    ),
    "ts:robot-stop": Template(
        {**_EVENT_KEYS, **_MOTOR_KEYS, "id": None, "glue": "and"}, _EVENT % (_ALL % _REST, "#{trigger}")
    ),
    "ts:is-undefined": Template({"name": None}, _TYPE % "undefined"),
    "ts:typeof": Template({"name": None, "type": None}, _TYPE % "#{type}"),
}
